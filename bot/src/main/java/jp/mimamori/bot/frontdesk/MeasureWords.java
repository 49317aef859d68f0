package jp.mimamori.bot.frontdesk;

import java.util.Optional;
import java.util.stream.Collectors;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.ResponseAction.Program;
import jp.mimamori.bot.response.Measure;
import jp.mimamori.bot.response.Result;
import jp.mimamori.bot.response.Retrievals;
import jp.mimamori.knowledge.Language;

/** How measures and what they bring are called. */
final class MeasureWords {
  private static final int MOST_SIGHTINGS = 5;

  private MeasureWords() {}

  static String verb(Measure measure, Language language) {
    return chore(measure).label().in(language);
  }

  /** What it is done to, with the file or process that is meant. */
  static String target(Measure measure) {
    String name = measure.target().name();
    return switch (measure) {
      case Measure.Act(ResponseAction.CollectFile file) -> name + " " + file.path();
      case Measure.Act(ResponseAction.TerminateProcess process) ->
          name + " " + program(process.program());
      case Measure.Act _, Measure.AnalyzeUrl _, Measure.AnalyzeFile _, Measure.Search _ -> name;
    };
  }

  /** What happens to whom if it is done. */
  static String effect(Measure measure, Language language) {
    Phrase effect =
        switch (chore(measure)) {
          case ISOLATE -> Phrase.EFFECT_ISOLATE;
          case RELEASE -> Phrase.EFFECT_RELEASE;
          case BLOCK -> Phrase.EFFECT_BLOCK;
          case UNBLOCK -> Phrase.EFFECT_UNBLOCK;
          case SCAN -> Phrase.EFFECT_SCAN;
          case CANCEL_SCAN -> Phrase.EFFECT_CANCEL_SCAN;
          case TERMINATE -> Phrase.EFFECT_TERMINATE;
          case COLLECT_FILE -> Phrase.EFFECT_COLLECT_FILE;
          case COLLECT_PACKAGE -> Phrase.EFFECT_COLLECT_PACKAGE;
          case ANALYZE_FILE -> Phrase.EFFECT_ANALYZE_FILE;
          case ANALYZE_URL -> Phrase.EFFECT_ANALYZE_URL;
          case SWEEP -> Phrase.EFFECT_SWEEP;
          case COMMENT, ASSIGN, CLOSE -> throw new IllegalStateException("no measure");
        };
    return effect.in(language);
  }

  static String result(Result result, Language language) {
    return switch (result) {
      case Result.Collected(String path, long size, String sha256) ->
          Phrase.COLLECTED.in(
              language,
              path.isEmpty() ? Phrase.COLLECT_PACKAGE.in(language) : path,
              size,
              sha256.isEmpty() ? "-" : sha256);
      case Result.Analyzed(var risk, var detections, var _) ->
          Phrase.VERDICT.in(
              language,
              switch (risk) {
                case NONE -> Phrase.RISK_NONE.in(language);
                case LOW -> Phrase.SEVERITY_LOW.in(language);
                case MEDIUM -> Phrase.SEVERITY_MEDIUM.in(language);
                case HIGH -> Phrase.SEVERITY_HIGH.in(language);
              },
              detections.isEmpty() ? "-" : String.join(", ", detections));
      case Result.Swept swept -> swept(swept, language);
    };
  }

  /** Where the file is that an action brought, as a line of its own; empty while it is fetched. */
  static String brought(Retrievals.State state, Language language) {
    Optional<Phrase> words =
        switch (state) {
          case DUE -> Optional.empty();
          case KEPT -> Optional.of(Phrase.BROUGHT_KEPT);
          case NOT_WANTED -> Optional.of(Phrase.BROUGHT_NOT_WANTED);
          case NOT_LOCKED -> Optional.of(Phrase.BROUGHT_NOT_LOCKED);
          case TOO_LARGE -> Optional.of(Phrase.BROUGHT_TOO_LARGE);
          case NOT_THERE -> Optional.of(Phrase.BROUGHT_NOT_THERE);
        };
    return words.map(phrase -> "\n" + phrase.in(language)).orElse("");
  }

  private static String swept(Result.Swept swept, Language language) {
    String found =
        swept.sightings().isEmpty()
            ? Phrase.SWEPT_NOTHING.in(language)
            : Phrase.SWEPT.in(
                language,
                swept.sightings().size(),
                swept.sightings().stream()
                    .limit(MOST_SIGHTINGS)
                    .map(seen -> seen.name() + " ×" + seen.times())
                    .collect(Collectors.joining(", ")));
    return swept.whole() ? found : found + Phrase.SWEPT_IN_PART.in(language);
  }

  private static String program(Program program) {
    return program.fileName().or(program::fileSha1).orElse("");
  }

  static Chore chore(Measure measure) {
    return switch (measure) {
      case Measure.Act(ResponseAction action) ->
          switch (action) {
            case ResponseAction.Isolate _ -> Chore.ISOLATE;
            case ResponseAction.Release _ -> Chore.RELEASE;
            case ResponseAction.BlockObject _ -> Chore.BLOCK;
            case ResponseAction.UnblockObject _ -> Chore.UNBLOCK;
            case ResponseAction.StartScan _ -> Chore.SCAN;
            case ResponseAction.CancelScan _ -> Chore.CANCEL_SCAN;
            case ResponseAction.TerminateProcess _ -> Chore.TERMINATE;
            case ResponseAction.CollectFile _ -> Chore.COLLECT_FILE;
            case ResponseAction.CollectPackage _ -> Chore.COLLECT_PACKAGE;
          };
      case Measure.AnalyzeUrl _ -> Chore.ANALYZE_URL;
      case Measure.AnalyzeFile _ -> Chore.ANALYZE_FILE;
      case Measure.Search _ -> Chore.SWEEP;
    };
  }
}
