package jp.mimamori.bot.chat.web;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A browser for tests: this machine's Chromium, else the one that Playwright can fetch, else the
 * tests that need one are skipped and say why.
 */
public final class Chromium implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/usr/bin/google-chrome-stable"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
          Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));

  /** Nothing of the browser's own talks to the outside while a test runs. */
  private static final List<String> QUIET =
      List.of(
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts a browser; aborts the test if there is none. To be used by one thread only. */
  public static Chromium launch() {
    Optional<Path> installed = PLACES.stream().filter(Files::isExecutable).findFirst();
    try {
      var playwright = Playwright.create(driver(installed));
      var options = new BrowserType.LaunchOptions().setArgs(arguments());
      installed.ifPresent(options::setExecutablePath);
      try {
        return new Chromium(playwright, playwright.chromium().launch(options));
      } catch (PlaywrightException failure) {
        playwright.close();
        throw failure;
      }
    } catch (PlaywrightException failure) {
      return abort("No Chromium could be started here: " + failure.getMessage());
    }
  }

  /** Another browser profile: its cookies are its own. Times and words are as in Tokyo. */
  public Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(1280, 800);
  }

  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Playwright.CreateOptions driver(Optional<Path> installed) {
    var options = new Playwright.CreateOptions();
    return installed.isPresent()
        ? options.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        : options;
  }

  private static List<String> arguments() {
    var arguments = new ArrayList<>(QUIET);
    if ("root".equals(System.getProperty("user.name"))) {
      arguments.add("--no-sandbox"); // Chromium refuses to sandbox root's pages
    }
    return arguments;
  }
}
