package jp.mimamori.bot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, as an operator runs it, and as it dies. */
final class Child implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Mimamori is ready: (\\S+) .*");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final CompletableFuture<URI> address = new CompletableFuture<>();

  private Child(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  /**
   * Starts it; returns at once.
   *
   * @param log what it says on standard error is added to this file
   */
  static Child start(Path config, Path data, Path log) {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-Dfile.encoding=UTF-8",
            "-Dlogback.configurationFile=logback.xml",
            "-classpath",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--port",
            "0",
            "--config",
            config.toString(),
            "--documents",
            Stage.DOCUMENTS.toString(),
            "--data",
            data.toString());
    command.environment().remove("MIMAMORI_DATABASE_URL");
    try {
      return new Child(
          command.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of its page, once it says that it is ready. */
  int port() {
    try {
      return address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).getPort();
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the service did not start", e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets it live for so long; returns whether it still does. */
  boolean lives(long millis) {
    try {
      return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    if (lives(PATIENCE.toMillis())) {
      throw new AssertionError("the service outlives kill -9");
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines
          .lines()
          .map(READY::matcher)
          .filter(Matcher::matches)
          .forEach(ready -> address.complete(URI.create(ready.group(1))));
    } catch (IOException | UncheckedIOException e) {
      address.completeExceptionally(e);
    }
    address.completeExceptionally(new IllegalStateException("it ended before it was ready"));
  }
}
