package jp.mimamori.bot;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The service itself. */
@Command(
    name = "run",
    description = "Runs the service: the page on http://localhost:8080, and what is configured.")
public final class RunCommand implements Callable<Integer> {
  private static final int MOST = 65_535;

  @Spec private CommandSpec spec;
  @Mixin private Folders folders;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the page is served, instead of web.port in the configuration.")
  private @Nullable Integer port;

  @Option(
      names = "--with-local-slack",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = "8090",
      description =
          "Beside the page, a Slack on this machine at http://localhost:${FALLBACK-VALUE}: shows"
              + " what Slack would show, without an account.")
  private @Nullable Integer localSlack;

  @Option(
      names = "--with-local-discord",
      paramLabel = "PORT",
      arity = "0..1",
      fallbackValue = "8091",
      description = "The same for Discord, at http://localhost:${FALLBACK-VALUE}.")
  private @Nullable Integer localDiscord;

  @Option(
      names = "--stop-when-ready",
      hidden = true,
      description =
          "Starts and stops: the launcher lets the JVM learn from it how to start faster.")
  private boolean stopWhenReady;

  @Override
  public Integer call() throws InterruptedException {
    refuseUnlessPort(port);
    refuseUnlessPort(localSlack);
    refuseUnlessPort(localDiscord);
    var stopped = new CountDownLatch(1);
    Service service =
        Service.start(
            folders,
            Optional.ofNullable(port),
            new StandIns(Optional.ofNullable(localSlack), Optional.ofNullable(localDiscord)),
            Folders.clock());
    if (stopWhenReady) {
      service.close();
      return 0;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("Mimamori is ready: " + service.address() + " (Ctrl-C stops it)");
    service.standIns().forEach(out::println);
    out.flush();
    stopped.await();
    return 0;
  }

  private void refuseUnlessPort(@Nullable Integer given) {
    if (given != null && (given < 0 || given > MOST)) {
      throw new ParameterException(
          spec.commandLine(), given + " is not a port; allowed: 0 (any that is free) to " + MOST);
    }
  }
}
