package jp.mimamori.bot.response;

import java.util.Map;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.ResponseAction;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.Target;

/** What a person can have done about an alert. Closed: a new one is a change to every switch. */
public sealed interface Measure {
  Target target();

  /** The EDR acts; it must happen once. */
  record Act(ResponseAction action) implements Measure {
    @Override
    public Target target() {
      return action.target();
    }
  }

  /** The sandbox visits an address (別紙 機能(7)). */
  record AnalyzeUrl(SuspiciousObject target) implements Measure {}

  /**
   * The sandbox opens a file that was collected before (別紙 機能(7)).
   *
   * @param collection the request that collected it
   */
  record AnalyzeFile(Endpoint target, String collection) implements Measure {}

  /** Searches the tenant's endpoints for the object (影響調査, 別紙 運用代行(1)). */
  record Search(SuspiciousObject target) implements Measure {}

  /** The word under which the store keeps it. */
  default String verb() {
    return switch (this) {
      case Act(ResponseAction action) -> action.verb();
      case AnalyzeUrl _ -> "analyze-url";
      case AnalyzeFile _ -> "analyze-file";
      case Search _ -> "sweep";
    };
  }

  /** What else the store keeps of it. */
  default Map<String, String> parameters() {
    return switch (this) {
      case Act(ResponseAction action) -> action.parameters();
      case AnalyzeUrl _, Search _ -> Map.of();
      case AnalyzeFile(Endpoint _, String collection) -> Map.of("collection", collection);
    };
  }

  /** Whether asking twice does no more than asking once, but for the sandbox's daily count. */
  default boolean repeatable() {
    return !(this instanceof Act);
  }

  /** What must not overlap on one target shares a lane. */
  default String lane() {
    return switch (this) {
      case Act(ResponseAction action) ->
          switch (action) {
            case ResponseAction.Isolate _, ResponseAction.Release _ -> "isolation";
            case ResponseAction.BlockObject _, ResponseAction.UnblockObject _ -> "blocking";
            case ResponseAction.StartScan _ -> "scan";
            case ResponseAction.CancelScan _ -> "cancel-scan"; // a scan is under way then
            case ResponseAction.TerminateProcess _ -> "process";
            case ResponseAction.CollectFile _, ResponseAction.CollectPackage _ -> "collection";
          };
      case AnalyzeUrl _, AnalyzeFile _ -> "analysis";
      case Search _ -> "sweep";
    };
  }

  /** Inverse of {@link #verb()}, {@link #target()} and {@link #parameters()}. */
  static Measure of(String verb, Target target, Map<String, String> parameters) {
    return switch (target) {
      case SuspiciousObject object when verb.equals("analyze-url") -> new AnalyzeUrl(object);
      case SuspiciousObject object when verb.equals("sweep") -> new Search(object);
      case Endpoint endpoint when verb.equals("analyze-file") ->
          new AnalyzeFile(endpoint, parameters.getOrDefault("collection", ""));
      case SuspiciousObject _, Endpoint _ -> new Act(ResponseAction.of(verb, target, parameters));
    };
  }
}
