package io.kinrow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.kinrow.designer.DesignOptions;
import io.kinrow.designer.DesignServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The design page with schemas of the size of a company's. */
class LargeDesignTest {

  @TempDir Path folder;

  private DesignServer server(int tables) throws Exception {
    Path migrations = Files.createDirectory(folder.resolve("migration"));
    String sql = sql(tables);
    Files.writeString(migrations.resolve("V1__all.sql"), sql);
    Path desired = Files.writeString(folder.resolve("desired.sql"), sql);
    return DesignServer.start(DesignOptions.of(desired, migrations), notice -> {});
  }

  /** Modules of ten tables, most of whose references stay inside. */
  private static String sql(int tables) {
    Random random = new Random(7);
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < tables; i++) {
      int module = i / 10 * 10;
      sql.append("CREATE TABLE m%d_table_%d (\n  id INTEGER PRIMARY KEY".formatted(i / 10, i));
      for (int column = 0; column < 6; column++) {
        sql.append(",\n  value_%d TEXT".formatted(column));
      }
      for (int key = 0; key < 2 && i > 0; key++) {
        boolean inside = i > module && random.nextInt(5) > 0;
        int parent = inside ? module + random.nextInt(i - module) : random.nextInt(i);
        sql.append(
            ",\n  ref_%d INTEGER REFERENCES m%d_table_%d (id)".formatted(key, parent / 10, parent));
      }
      sql.append("\n);\n\n");
    }
    return sql.toString();
  }

  @Test
  void draws100Tables_inASecond() throws Exception {
    try (DesignServer server = server(100);
        Chromium chromium = new Chromium()) {
      double best = Double.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        Page page = chromium.page(server.address().toString());
        assertThat(page.locator("#drawing .box")).hasCount(100);
        double drawn =
            ((Number) page.evaluate("performance.getEntriesByName('drawn')[0].startTime"))
                .doubleValue();
        best = Math.min(best, drawn);
        page.close();
      }
      System.out.println("100 tables are drawn after " + Math.round(best) + " ms");
      assertThat(best).isLessThan(1_000);
    }
  }

  @Test
  void pansAndDrags300Tables_smoothly() throws Exception {
    try (DesignServer server = server(300);
        Chromium chromium = new Chromium()) {
      Page page = chromium.page(server.address().toString());
      assertThat(page.locator("#drawing .box")).hasCount(300);
      page.evaluate(
          """
          () => {
            window.frames = [];
            const note = time => { window.frames.push(time); requestAnimationFrame(note); };
            requestAnimationFrame(note);
          }
          """);
      double pan = median(page, () -> move(page, 20, 880 - 60));
      page.locator("#search").fill("m15_table_150");
      page.locator("#search").press("Enter");
      page.locator("#search").fill("");
      BoundingBox header = page.locator(".box[data-table='m15_table_150'] .hd").boundingBox();
      double drag = median(page, () -> move(page, header.x + 20, header.y + 8));
      System.out.println("Frames of 300 tables: " + pan + " ms panned, " + drag + " ms dragged");
      long start = System.nanoTime();
      assertThat(page.locator("#status")).containsText("Moved m15_table_150.");
      System.out.println("Lines are led after " + (System.nanoTime() - start) / 1_000_000 + " ms");
      assertThat(pan).isLessThan(20);
      assertThat(drag).isLessThan(20);
    }
  }

  private static void move(Page page, double x, double y) {
    page.mouse().move(x, y);
    page.mouse().down();
    for (int i = 1; i <= 90; i++) {
      page.mouse().move(x + 3 * i, y - i);
    }
    page.mouse().up();
  }

  /** The usual time between two frames while something is done. */
  private static double median(Page page, Runnable work) {
    page.evaluate("window.frames.length = 0");
    work.run();
    @SuppressWarnings("unchecked")
    List<Number> times = (List<Number>) page.evaluate("window.frames");
    List<Double> gaps =
        IntStream.range(1, times.size())
            .mapToObj(i -> times.get(i).doubleValue() - times.get(i - 1).doubleValue())
            .sorted()
            .toList();
    return gaps.get(gaps.size() / 2);
  }
}
