package jp.mimamori.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What the knowledge has to say to a question: a closed set. Whatever states a fact carries a
 * citation; whatever is not known says so.
 */
public sealed interface Answer {
  /** Plain words for the person who asked, in the language asked. Never empty. */
  String text();

  /** From 0, a guess, to 1, certain. */
  double confidence();

  /** Where the statements come from; empty only where nothing is stated. */
  List<Citation> citations();

  /** Stands in the documents. */
  record Cited(String text, List<Citation> citations, Optional<String> caveat, double confidence)
      implements Answer {
    public Cited {
      citations = needed(citations);
    }
  }

  /**
   * Computed from the documents' figures.
   *
   * @param steps the sum, line by line, as a person would check it
   * @param assumption what was assumed where the terms leave it open
   */
  record Computed(
      String text,
      List<String> steps,
      List<Citation> citations,
      Optional<String> assumption,
      double confidence)
      implements Answer {
    public Computed {
      steps = List.copyOf(steps);
      citations = needed(citations);
    }
  }

  /** Could mean several things: asks back, with two or three candidates or, if none fits, none. */
  record WhichOne(String text, List<Choice> choices, double confidence) implements Answer {
    public WhichOne {
      choices = List.copyOf(choices);
    }

    @Override
    public List<Citation> citations() {
      return List.of();
    }
  }

  /**
   * The documents do not hold it, and the answer says so.
   *
   * @param onRecord what the documents do hold nearby, with its citations
   */
  record NotKnown(
      String text, Optional<String> onRecord, List<Citation> citations, double confidence)
      implements Answer {
    public NotKnown {
      citations = onRecord.isPresent() ? needed(citations) : List.copyOf(citations);
    }
  }

  /**
   * A person must take this over.
   *
   * @param urgent an incident may be in progress: somebody is called at once, day and night
   */
  record HandOver(String text, List<Citation> citations, boolean urgent, double confidence)
      implements Answer {
    public HandOver {
      citations = List.copyOf(citations);
    }
  }

  /** Thanks, greetings, help: answered in kind. */
  record SmallTalk(String text, double confidence) implements Answer {
    @Override
    public List<Citation> citations() {
      return List.of();
    }
  }

  /**
   * One of the things that may have been meant.
   *
   * @param label what the button says
   * @param question what to ask instead
   */
  record Choice(String label, String question) {}

  private static List<Citation> needed(List<Citation> citations) {
    if (citations.isEmpty()) {
      throw new IllegalArgumentException("an answer without a citation is no answer");
    }
    return List.copyOf(citations);
  }
}
