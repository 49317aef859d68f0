package jp.mimamori.bot.response;

import java.util.List;
import jp.mimamori.bot.edr.SandboxAnalysis;

/** What a measure brought, beyond being done. Holds no password and no address of an archive. */
public sealed interface Result {
  /**
   * A file or package lies at the EDR.
   *
   * @param path empty for a package
   * @param size in bytes, 0 if unknown
   */
  record Collected(String path, long size, String sha256) implements Result {}

  /** What the sandbox thinks of it. */
  record Analyzed(SandboxAnalysis.Risk risk, List<String> detections, List<String> threats)
      implements Result {
    public Analyzed {
      detections = List.copyOf(detections);
      threats = List.copyOf(threats);
    }
  }

  /**
   * Where the object was seen among the tenant's endpoints.
   *
   * @param whole false if the EDR had more records than were read
   */
  record Swept(List<Sighting> sightings, boolean whole) implements Result {
    public Swept {
      sightings = List.copyOf(sightings);
    }
  }

  /**
   * @param times in how many records
   */
  record Sighting(String guid, String name, long times) {}
}
