package jp.mimamori.bot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The service as a process of its own, and as it dies. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final CompletableFuture<Boolean> warm = new CompletableFuture<>();
  private final CompletableFuture<URI> address = new CompletableFuture<>();

  private Child(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  /**
   * Has it warm up, beside whoever lives; returns at once.
   *
   * @param flags of the JVM
   * @param arguments of {@link Mortal}
   * @param log what it says on standard error is added to this file
   */
  static Child warmingUp(
      List<String> flags, List<String> arguments, Map<String, String> environment, Path log) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(flags);
    words.add(Mortal.class.getName());
    words.addAll(arguments);
    var command = new ProcessBuilder(words);
    command.environment().remove("MIMAMORI_DATABASE_URL");
    command.environment().putAll(environment);
    try {
      return new Child(command.redirectError(Redirect.appendTo(log.toFile())).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it begin with the data of its predecessor, which must be dead. */
  void begin() {
    await(warm, "did not warm up");
    nudge();
  }

  /** Lets it end by itself. */
  void end() {
    nudge();
    if (lives(PATIENCE.toMillis())) {
      throw new AssertionError("the service does not end");
    }
  }

  private void nudge() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of its page, once it says that it is ready. */
  int port() {
    return await(address, "did not start").getPort();
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

  private static <T> T await(CompletableFuture<T> something, String otherwise) {
    try {
      return something.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the service " + otherwise, e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines
          .lines()
          .forEach(
              line -> {
                if (line.equals(Mortal.WARM)) {
                  warm.complete(true);
                } else if (line.startsWith(Mortal.READY)) {
                  address.complete(URI.create(line.substring(Mortal.READY.length())));
                }
              });
    } catch (IOException | UncheckedIOException e) {
      address.completeExceptionally(e);
    }
    var ended = new IllegalStateException("it ended before it was ready");
    warm.completeExceptionally(ended);
    address.completeExceptionally(ended);
  }
}
