package jp.mimamori.bot.edr;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What the EDR can be asked to do. Closed: a new action is a change to every switch. */
public sealed interface ResponseAction {
  Target target();

  /** Cuts the endpoint off the network, except from the EDR (別紙 機能(10)(11), 運用代行(2)). */
  record Isolate(Endpoint target) implements ResponseAction {}

  /** Lets an isolated endpoint back (別紙 機能(10)(11)). */
  record Release(Endpoint target) implements ResponseAction {}

  /**
   * Has the object blocked wherever it turns up (別紙 機能(9), 運用代行(1)): on every endpoint that the
   * EDR's key covers, not only where it was seen.
   */
  record BlockObject(SuspiciousObject target) implements ResponseAction {}

  /** Lets a blocked object through again (別紙 機能(9)). */
  record UnblockObject(SuspiciousObject target) implements ResponseAction {}

  /** Searches the endpoint for malware, once; stands in for アグレッシブスキャン (別紙 機能(12)). */
  record StartScan(Endpoint target) implements ResponseAction {}

  /**
   * Ends a scan that is under way. Its task is the scan's own: it is done when that is canceled.
   *
   * @param scan the scan's task
   */
  record CancelScan(Endpoint target, String scan) implements ResponseAction {
    public CancelScan {
      if (scan.isBlank()) {
        throw new IllegalArgumentException("a scan is canceled by its task");
      }
    }
  }

  /** Ends what runs from that file (別紙 運用代行(1)). */
  record TerminateProcess(Endpoint target, Program program) implements ResponseAction {}

  /**
   * Fetches a file (別紙 運用代行(3): 任意のパスやファイルを指定して取得します).
   *
   * @param path on the endpoint, absolute
   */
  record CollectFile(Endpoint target, String path) implements ResponseAction {
    public CollectFile {
      if (path.isBlank()) {
        throw new IllegalArgumentException("a file is collected by its path");
      }
    }
  }

  /** Fetches what the investigation tool writes down about the endpoint (別紙 運用代行(3)). */
  record CollectPackage(Endpoint target) implements ResponseAction {}

  /**
   * Which process is meant, by its program file; name or hash may be missing, not both.
   *
   * @param id where several run from the same file, the one that is meant
   */
  record Program(Optional<String> fileName, Optional<String> fileSha1, OptionalLong id) {
    public Program {
      if (fileName.filter(name -> !name.isBlank()).isEmpty()
          && fileSha1.filter(hash -> !hash.isBlank()).isEmpty()) {
        throw new IllegalArgumentException("a process is named by its file's name or hash");
      }
    }
  }

  /** The word under which the store keeps it. */
  default String verb() {
    return switch (this) {
      case Isolate _ -> "isolate";
      case Release _ -> "release";
      case BlockObject _ -> "block";
      case UnblockObject _ -> "unblock";
      case StartScan _ -> "scan";
      case CancelScan _ -> "cancel-scan";
      case TerminateProcess _ -> "terminate";
      case CollectFile _ -> "collect-file";
      case CollectPackage _ -> "collect-package";
    };
  }

  /** What else the store keeps of it; in order, so that the same action reads the same. */
  default Map<String, String> parameters() {
    return switch (this) {
      case Isolate _, Release _, BlockObject _, UnblockObject _, StartScan _, CollectPackage _ ->
          Map.of();
      case CancelScan(Endpoint _, String scan) -> Map.of("scan", scan);
      case CollectFile(Endpoint _, String path) -> Map.of("path", path);
      case TerminateProcess(Endpoint _, Program program) -> {
        Map<String, String> parameters = new TreeMap<>();
        program.fileName().ifPresent(name -> parameters.put("fileName", name));
        program.fileSha1().ifPresent(hash -> parameters.put("fileSha1", hash));
        program.id().ifPresent(id -> parameters.put("processId", Long.toString(id)));
        yield parameters;
      }
    };
  }

  /** Inverse of {@link #verb()}, {@link #target()} and {@link #parameters()}. */
  static ResponseAction of(String verb, Target target, Map<String, String> parameters) {
    return switch (target) {
      case SuspiciousObject object ->
          switch (verb) {
            case "block" -> new BlockObject(object);
            case "unblock" -> new UnblockObject(object);
            default -> throw unknown(verb, target);
          };
      case Endpoint endpoint ->
          switch (verb) {
            case "isolate" -> new Isolate(endpoint);
            case "release" -> new Release(endpoint);
            case "scan" -> new StartScan(endpoint);
            case "cancel-scan" -> new CancelScan(endpoint, parameters.getOrDefault("scan", ""));
            case "terminate" -> new TerminateProcess(endpoint, program(parameters));
            case "collect-file" -> new CollectFile(endpoint, parameters.getOrDefault("path", ""));
            case "collect-package" -> new CollectPackage(endpoint);
            default -> throw unknown(verb, target);
          };
    };
  }

  private static Program program(Map<String, String> parameters) {
    String id = parameters.getOrDefault("processId", "");
    return new Program(
        Optional.ofNullable(parameters.get("fileName")),
        Optional.ofNullable(parameters.get("fileSha1")),
        id.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id)));
  }

  private static IllegalArgumentException unknown(String verb, Target target) {
    return new IllegalArgumentException("no such action: " + verb + " on " + target.key());
  }
}
