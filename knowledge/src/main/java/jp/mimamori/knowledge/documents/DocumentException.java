package jp.mimamori.knowledge.documents;

import java.util.List;
import java.util.stream.Collectors;

/** The documents cannot be used as they stand. Its message names every place, one a line. */
public final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  DocumentException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
