package jp.mimamori.bot.edr;

import java.time.Instant;
import java.util.List;

/** How far the sandbox is with a file or an address (仮想アナライザ). */
public sealed interface SandboxAnalysis {
  record Running() implements SandboxAnalysis {}

  /** It could not be analysed. */
  record Failed(String reason) implements SandboxAnalysis {}

  /**
   * What the sandbox thinks of it.
   *
   * @param subject the file's SHA-1, or the address
   * @param detections names of what was found
   * @param threats kinds of what was found
   * @param fileType what the file truly is; empty for an address
   */
  record Done(
      Risk risk,
      String subject,
      List<String> detections,
      List<String> threats,
      String fileType,
      Instant completedAt)
      implements SandboxAnalysis {
    public Done {
      detections = List.copyOf(detections);
      threats = List.copyOf(threats);
    }
  }

  /** How bad the sandbox thinks it is, mildest first. */
  enum Risk {
    NONE,
    LOW,
    MEDIUM,
    HIGH
  }
}
