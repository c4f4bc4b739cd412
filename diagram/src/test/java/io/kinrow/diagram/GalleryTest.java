package io.kinrow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.model.ErName;
import io.kinrow.diagram.model.ErTable;
import io.kinrow.diagram.model.ErVersion;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.diagram.read.ErSource;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pictures of the sample under {@code docs}, and the part of the page that shows them; {@code
 * -Dbless=true} writes them.
 */
class GalleryTest {

  private static final Path DOCS = Path.of("../docs");
  private static final Path FOLDER = DOCS.resolve("diagrams");
  private static final String BEGIN =
      "<!-- gallery: written by GalleryTest with -Dbless=true -->\n";
  private static final String END = "<!-- end of gallery -->\n";

  @Test
  void gallery_isWhatTheMigrationsGive() throws Exception {
    Map<String, String> pictures = new TreeMap<>();
    StringBuilder section = new StringBuilder();
    draw(versions(), pictures, section);
    String page = Files.readString(DOCS.resolve("diagrams.md"));
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String expected = page.substring(0, begin) + section + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("bless")) {
      for (String file : files()) {
        Files.delete(FOLDER.resolve(file));
      }
      for (Map.Entry<String, String> picture : pictures.entrySet()) {
        Files.writeString(FOLDER.resolve(picture.getKey()), picture.getValue());
      }
      Files.writeString(DOCS.resolve("diagrams.md"), expected);
    }
    assertThat(files()).containsExactlyElementsOf(pictures.keySet());
    for (Map.Entry<String, String> picture : pictures.entrySet()) {
      assertThat(Files.readString(FOLDER.resolve(picture.getKey())))
          .as(picture.getKey())
          .isEqualTo(picture.getValue());
    }
    assertThat(Files.readString(DOCS.resolve("diagrams.md"))).isEqualTo(expected);
  }

  @Test
  void readme_showsTheLatestVersion() throws Exception {
    String readme = Files.readString(Path.of("../README.md"));
    assertThat(readme).contains("](docs/diagrams/schema.svg)");
    assertThat(readme.indexOf("](docs/diagrams/schema.svg)")).isLessThan(readme.indexOf("## Two"));
  }

  private static void draw(
      List<ErVersion> versions, Map<String, String> pictures, StringBuilder section) {
    LayoutOptions options =
        LayoutOptions.defaults().positions(Diagram.of(versions).places(LayoutOptions.defaults()));
    ErVersion before = null;
    for (ErVersion version : versions) {
      String file = "version-" + version.version() + ".svg";
      Diagram diagram = Diagram.of("Version " + version, version.model());
      pictures.put(file, diagram.draw(DiagramFormat.SVG, options).text());
      section.append("\n### Version ").append(version).append("\n\n");
      section.append("![%s](diagrams/%s)\n".formatted(described(version), file));
      if (before != null && version == versions.get(versions.size() - 1)) {
        Diagram difference =
            Diagram.difference(
                "Version " + before.version() + " → version " + version.version(),
                before.model(),
                version.model(),
                DiffOptions.defaults());
        pictures.put("schema.svg", diagram.draw(DiagramFormat.SVG, options).text());
        pictures.put("difference.svg", difference.draw(DiagramFormat.SVG, options).text());
        section.append("\n### What version ").append(version.version()).append(" changes\n\n");
        section.append(
            "![The difference between the versions %s and %s](diagrams/difference.svg)\n\n"
                .formatted(before.version(), version.version()));
        section.append("The same as Mermaid, which GitHub draws:\n\n```mermaid\n");
        section.append(difference.draw(DiagramFormat.MERMAID, options).text()).append("```\n\n");
      }
      before = version;
    }
  }

  private static String described(ErVersion version) {
    return version.model().tables().stream()
        .map(ErTable::name)
        .map(ErName::toString)
        .collect(Collectors.joining(", ", "The schema at version " + version.version() + ": ", ""));
  }

  private static List<ErVersion> versions() {
    try (ErSource sqlite = ErSource.sqlite()) {
      return sqlite.history(
          FlywaySettings.defaults()
              .locations("filesystem:../schema/src/main/resources/db/migration"),
          "latest");
    }
  }

  private static List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
