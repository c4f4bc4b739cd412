package io.kinrow.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Draws each folder of {@code good/}: {@code in.sql}, or the difference between {@code from.sql}
 * and {@code to.sql}, in every format, with {@code in.layout} if it is there. Expected pages name
 * the style and the script that all of them contain. {@code -Dbless=true} rewrites what is
 * expected.
 */
class GoodPicturesTest {

  private static final Path CASES = Path.of("src/test/resources/good");

  /** The pictures of the others are in their SVG already. */
  private static final Set<String> PAGES = Set.of("blog", "difference");

  @TestFactory
  Stream<DynamicTest> eachCase_isDrawnByteForByte() throws Exception {
    List<Path> cases;
    try (Stream<Path> folders = Files.list(CASES)) {
      cases = folders.sorted().toList();
    }
    assertThat(cases).hasSizeGreaterThan(3);
    return cases.stream()
        .flatMap(
            folder ->
                Stream.of(DiagramFormat.values())
                    .filter(format -> format != DiagramFormat.DESIGNER || isDrawable(folder))
                    .filter(format -> !isDifference(folder) || format.showsDifferences())
                    .filter(format -> PAGES.contains(name(folder)) || format != DiagramFormat.HTML)
                    .map(
                        format ->
                            DynamicTest.dynamicTest(
                                name(folder) + "." + format.extension(),
                                () -> check(folder, format))));
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  /** WWW SQL Designer breaks names with &, < or quotes, and so such schemas are refused. */
  private static boolean isDrawable(Path folder) {
    return !name(folder).equals("foreign-names");
  }

  private static boolean isDifference(Path folder) {
    return Files.exists(folder.resolve("from.sql"));
  }

  private static void check(Path folder, DiagramFormat format) throws Exception {
    LayoutOptions options = LayoutOptions.defaults().positionsIn(folder.resolve("in.layout"));
    String text = diagram(folder, format).draw(format, options).text();
    assertThat(diagram(folder, format).draw(format, options).text()).isEqualTo(text);
    String drawn = format == DiagramFormat.HTML ? named(text) : text;
    Path expected = folder.resolve("out." + format.extension());
    if (Boolean.getBoolean("bless")) {
      Files.writeString(expected, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(expected));
  }

  /** The page with names for the files, and for their hashes, of which it has to have each once. */
  private static String named(String page) throws Exception {
    String style = text("er.css") + text("page.css");
    Map<String, String> parts = new LinkedHashMap<>();
    for (String file : List.of("er.css", "page.css", "page.js")) {
      parts.put("{" + file + "}", text(file));
    }
    parts.put("{hash of er.css and page.css}", hash(style));
    parts.put("{hash of page.js}", hash(text("page.js")));
    String named = page;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      assertThat(named).containsOnlyOnce(part.getValue());
      named = named.replace(part.getValue(), part.getKey());
    }
    return named;
  }

  private static String text(String file) throws IOException {
    return Files.readString(Path.of("src/main/resources/io/kinrow/diagram/write", file));
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static Diagram diagram(Path folder, DiagramFormat format) {
    FlywaySettings settings = FlywaySettings.defaults();
    if (!isDifference(folder)) {
      Path desired = folder.resolve("in.sql");
      try (Schemas schemas = Schemas.onSqlite(settings, desired);
          ErSource sqlite = ErSource.sqlite()) {
        return format == DiagramFormat.DESIGNER
            ? schemas.diagram("desired")
            : Diagram.of("A schema", sqlite.desired(desired, settings));
      }
    }
    try (ErSource sqlite = ErSource.sqlite()) {
      DiffOptions renames =
          folder.endsWith("renames")
              ? DiffOptions.defaults()
                  .renameTable("customers", "people")
                  .renameColumn("people.nick", "nickname")
              : DiffOptions.defaults();
      return Diagram.difference(
          "Before → after",
          sqlite.desired(folder.resolve("from.sql"), settings),
          sqlite.desired(folder.resolve("to.sql"), settings),
          renames);
    }
  }
}
