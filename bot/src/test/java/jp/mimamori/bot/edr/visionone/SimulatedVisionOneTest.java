package jp.mimamori.bot.edr.visionone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jp.mimamori.bot.edr.EdrActionsContract;
import jp.mimamori.bot.edr.EdrClient;
import jp.mimamori.bot.edr.EdrContract;
import jp.mimamori.bot.edr.EdrContract.Edr;
import jp.mimamori.bot.edr.EdrEventsContract;
import jp.mimamori.bot.edr.EdrLooksContract;
import jp.mimamori.bot.edr.Endpoint;
import jp.mimamori.bot.edr.HandClock;
import jp.mimamori.bot.edr.SuspiciousObject;
import jp.mimamori.bot.edr.simulator.Simulator;
import jp.mimamori.bot.edr.simulator.SimulatorSettings;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Our client and our simulator keep the contract over real HTTP. */
final class SimulatedVisionOneTest {
  @TempDir private Path folder;

  @Nested
  final class Events extends EdrEventsContract {
    @Override
    protected Edr open(HandClock clock) {
      return simulated(clock);
    }
  }

  @Nested
  final class Actions extends EdrActionsContract {
    @Override
    protected Edr open(HandClock clock) {
      return simulated(clock);
    }
  }

  @Nested
  final class Looks extends EdrLooksContract {
    @Override
    protected Edr open(HandClock clock) {
      return simulated(clock);
    }
  }

  private Edr simulated(HandClock clock) {
    return new SimulatedEdr(clock, folder.resolve("edr.json"));
  }

  private static final class SimulatedEdr implements Edr {
    private static final SimulatorSettings SETTINGS =
        SimulatorSettings.demo().withAlertsAtStart(0).withAlertEvery(Duration.ZERO);

    private final HandClock clock;
    private final Path file;
    private Simulator simulator;
    private VisionOneClient client;

    SimulatedEdr(HandClock clock, Path file) {
      this.clock = clock;
      this.file = file;
      this.simulator = new Simulator(SETTINGS, clock, Optional.of(file));
      this.client = client(simulator.address(), simulator.token());
    }

    private static VisionOneClient client(URI address, String key) {
      return new VisionOneClient(
          new VisionOneSettings(address, key).withInvestigationScript("mimamori-investigation.ps1"),
          _ -> {});
    }

    @Override
    public EdrClient client() {
      return client;
    }

    @Override
    public EdrClient clientWithWrongKey() {
      return client(simulator.address(), "not-the-key");
    }

    @Override
    public String raise(String customer) {
      return simulator.raise(customer);
    }

    @Override
    public void update(String event) {
      simulator.update(event);
    }

    @Override
    public Endpoint endpoint() {
      return simulator.endpoints(EdrContract.CUSTOMER).getFirst();
    }

    @Override
    public Endpoint switchedOff() {
      return named("SOUKO");
    }

    @Override
    public Endpoint outdated() {
      return named("UKETSUKE");
    }

    @Override
    public Endpoint unprotected() {
      return named("KAIGI");
    }

    private Endpoint named(String part) {
      return simulator.endpoints(EdrContract.CUSTOMER).stream()
          .filter(endpoint -> endpoint.name().contains(part))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void staleEtag() {
      simulator.faults().staleEtags(1);
    }

    @Override
    public void duplicate() {
      simulator.faults().duplicates(1);
    }

    @Override
    public boolean blocked(SuspiciousObject object) {
      return simulator.blocked(object);
    }

    @Override
    public Duration queued() {
      return SETTINGS.queued();
    }

    @Override
    public Duration running() {
      return SETTINGS.running();
    }

    @Override
    public void tooManyRequests(int requests) {
      simulator.faults().tooManyRequests(requests);
    }

    @Override
    public void serverErrors(int requests) {
      simulator.faults().serverErrors(requests);
    }

    @Override
    public void loseReply() {
      simulator.faults().lostReplies(1);
    }

    @Override
    public void failNextTask() {
      simulator.faults().failedTasks(1);
    }

    @Override
    public void expireNextPage() {
      simulator.faults().expiredPages(1);
    }

    @Override
    public void offline(Endpoint endpoint, boolean off) {
      simulator.offline(endpoint, off);
    }

    @Override
    public boolean isolated(Endpoint endpoint) {
      return simulator.isolated(endpoint);
    }

    /** As after kill -9: what counts is what is on disk at this moment. */
    @Override
    public void restart() {
      try {
        byte[] onDisk = Files.readAllBytes(file);
        close();
        Files.write(file, onDisk);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      simulator = new Simulator(SETTINGS, clock, Optional.of(file));
      client = client(simulator.address(), simulator.token());
    }

    @Override
    public void close() {
      client.close();
      simulator.close();
    }
  }
}
