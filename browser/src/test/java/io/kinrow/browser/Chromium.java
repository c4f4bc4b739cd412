package io.kinrow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium, driven by Playwright with the Node of this machine. */
final class Chromium implements AutoCloseable {

  private static final Path AXE = Path.of("target/npm/node_modules/axe-core/axe.min.js");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> problems = new ArrayList<>();

  Chromium() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    environment.put("PLAYWRIGHT_NODEJS_PATH", program("node", "nodejs").toString());
    // on a machine that has other things to do
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setArgs(List.of("--host-resolver-rules=MAP *.example 127.0.0.1"))
                    .setExecutablePath(program("chromium", "chromium-browser")));
  }

  private static Path program(String name, String other) {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, other)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "There is no "
                        + name
                        + ": install it, for example with apt-get install chromium nodejs npm"));
  }

  /** Returns a page of a size that laptops have; each has its own storage. */
  Page page() {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 900));
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Page page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            problems.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> problems.add("error in the page: " + error));
    return page;
  }

  /** Returns a page that shows an address. */
  Page page(String address) {
    Page page = page();
    page.navigate(address);
    return page;
  }

  /** Errors and violations of the page's policy, except for answers that a test asked for. */
  void hasNoProblems(String... expected) {
    List<String> left = new ArrayList<>(problems);
    left.removeIf(problem -> Stream.of(expected).anyMatch(problem::contains));
    assertThat(left).isEmpty();
  }

  /** Begins anew. */
  void closePages() {
    browser.contexts().forEach(BrowserContext::close);
    problems.clear();
  }

  /** What axe finds that keeps people from using a page, one line for each. */
  @SuppressWarnings("unchecked")
  static List<String> seriousFindings(Page page) throws Exception {
    page.evaluate(Files.readString(AXE) + "\n;null");
    return (List<String>)
        page.evaluate(
            """
            async () => (await axe.run(document)).violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 200) + ' ' + n.failureSummary))
            """);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
