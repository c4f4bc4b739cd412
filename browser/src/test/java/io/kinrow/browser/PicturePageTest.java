package io.kinrow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.kinrow.diagram.DiagramFormat;
import io.kinrow.diagram.Schemas;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML picture of a history, opened as the file that it is. */
class PicturePageTest {

  @TempDir Path folder;

  @Test
  void searches_turnsThroughVersions_andHasNoBarriers() throws Exception {
    FlywaySettings settings =
        FlywaySettings.defaults()
            .locations(
                "filesystem:"
                    + Path.of("../schema/src/main/resources/db/migration").toAbsolutePath());
    Path file = folder.resolve("er.html");
    try (Schemas schemas = Schemas.onSqlite(settings, folder)) {
      Files.writeString(
          file,
          schemas.history("latest").draw(DiagramFormat.HTML, LayoutOptions.defaults()).text());
    }
    try (Chromium chromium = new Chromium()) {
      Page page = chromium.page(file.toUri().toString());
      Locator shown = page.locator("#shown");
      assertThat(shown).hasText("4 post replies");
      page.locator("#search").fill("reply");
      assertThat(page.locator("#side h2")).hasText("1 match");
      page.locator("#search").press("Enter");
      assertThat(page.locator("#side h2")).hasText("table posts");
      page.locator("#version").fill("1");
      assertThat(shown).hasText("2 posts");
      assertThat(page.locator(".view:not([hidden]) .box[data-table=followers]")).isHidden();
      page.locator("#version").press("ArrowRight");
      assertThat(shown).hasText("3 followers");
      assertThat(page.locator(".view:not([hidden]) .box[data-table=followers]")).isVisible();
      page.locator("#keys").click();
      assertThat(page.locator("#keys")).hasAttribute("aria-pressed", "true");
      assertThat(Chromium.seriousFindings(page)).isEmpty();
      chromium.hasNoProblems();
    }
  }
}
