package io.kinrow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Draws each folder of {@code good/}: {@code in.sql}, or the difference between {@code from.sql}
 * and {@code to.sql}, in every format, with {@code in.layout} if it is there. {@code -Dbless=true}
 * rewrites what is expected.
 */
class GoodPicturesTest {

  private static final Path CASES = Path.of("src/test/resources/good");

  /** A page contains its style and its script, so that a few of them are enough. */
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
    LayoutOptions options =
        LayoutOptions.defaults()
            .positions(LayoutFile.readIfThere(folder.resolve("in.layout")).orElse(null));
    String drawn = diagram(folder, format).draw(format, options).text();
    assertThat(diagram(folder, format).draw(format, options).text()).isEqualTo(drawn);
    Path expected = folder.resolve("out." + format.extension());
    if (Boolean.getBoolean("bless")) {
      Files.writeString(expected, drawn);
    }
    assertThat(drawn).isEqualTo(Files.readString(expected));
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
