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
      names = "--stop-when-ready",
      hidden = true,
      description =
          "Starts and stops: the launcher lets the JVM learn from it how to start faster.")
  private boolean stopWhenReady;

  @Override
  public Integer call() throws InterruptedException {
    if (port != null && (port < 0 || port > MOST)) {
      throw new ParameterException(
          spec.commandLine(), port + " is not a port; allowed: 0 (any that is free) to " + MOST);
    }
    var stopped = new CountDownLatch(1);
    Service service = Service.start(folders, Optional.ofNullable(port), Folders.clock());
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
    out.flush();
    stopped.await();
    return 0;
  }
}
