package jp.mimamori.bot;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.mimamori.bot.edr.simulator.Simulator;
import jp.mimamori.bot.edr.simulator.SimulatorSettings;
import jp.mimamori.schedules.Timetable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The EDR stand-in alone, for other people's clients. */
@Command(
    name = "simulator",
    description =
        "Serves the stand-in for Trend Vision One alone, on loopback; its API is at /v3.0.")
public final class SimulatorCommand implements Callable<Integer> {
  private static final int MOST = 65_535;
  private static final Duration LIFE = Duration.ofSeconds(10);

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Default: ${DEFAULT-VALUE}; 0 takes any that is free.")
  private int port;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = SimulatorSettings.DEMO_TOKEN,
      description = "What clients must present (default: ${DEFAULT-VALUE}).")
  private String token = SimulatorSettings.DEMO_TOKEN;

  @Option(
      names = "--fault",
      paramLabel = "NAME=VALUE",
      description = {
        "Trouble from the start, as by POST /simulator/faults; may be given more than once:",
        "tooManyRequests, retryAfterSeconds, serverErrors, slow, slowMillis, lostReplies,"
            + " failedTasks, expiredPages, staleEtags, duplicates, storm (so many), offline, online"
            + " (an endpoint)."
      })
  private Map<String, String> faults = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > MOST || token.isBlank()) {
      throw new ParameterException(
          spec.commandLine(),
          "--port goes from 0 (any that is free) to " + MOST + ", --token needs a text");
    }
    var stopped = new CountDownLatch(1);
    var opened = new Opened();
    Simulator simulator =
        opened.add(
            new Simulator(
                SimulatorSettings.demo().withPort(port).withToken(token),
                Folders.clock(),
                Optional.empty()));
    order(simulator, opened);
    opened
        .add(Timetable.start(Folders.clock()))
        .every("simulator", LIFE, simulator::raiseNowAndThen);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  opened.close();
                  stopped.countDown();
                },
                "stop"));
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The simulator is ready: " + simulator.address() + "/v3.0 (Ctrl-C stops it and forgets)");
    out.flush();
    stopped.await();
    return 0;
  }

  private void order(Simulator simulator, Opened opened) {
    try {
      faults.forEach(simulator::trouble);
    } catch (IllegalArgumentException unknown) {
      opened.close();
      throw new ParameterException(spec.commandLine(), "--fault: " + unknown.getMessage(), unknown);
    }
  }
}
