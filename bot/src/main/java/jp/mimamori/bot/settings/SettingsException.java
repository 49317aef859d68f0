package jp.mimamori.bot.settings;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The configuration can't be used. Its message names every problem, a line each. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(joining("\n")));
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
