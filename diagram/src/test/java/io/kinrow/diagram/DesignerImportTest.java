package io.kinrow.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.diagram.options.LayoutOptions;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to a project's files when a drawing is imported. */
final class DesignerImportTest {

  private static final String SQL =
      "CREATE TABLE a (\r\n  id INTEGER PRIMARY KEY, -- é\r\n  b TEXT\r\n);\r\n";

  @TempDir Path folder;

  private Path desired;
  private Path layout;
  private Path xml;

  @BeforeEach
  void project() throws Exception {
    desired = Files.writeString(folder.resolve("desired.sql"), SQL);
    layout = folder.resolve("desired.layout");
    xml = folder.resolve("schema.xml");
    export(desired);
  }

  private void export(Path schema) throws Exception {
    LayoutOptions options =
        LayoutOptions.defaults().positions(LayoutFile.readIfThere(layout).orElse(null));
    try (Schemas schemas = Schemas.onSqlite(FlywaySettings.defaults(), schema)) {
      Drawing drawing = schemas.diagram("desired").draw(DiagramFormat.DESIGNER, options);
      Files.writeString(xml, drawing.text());
    }
  }

  private DesignerImport drawn(Path schema) {
    return DesignerImport.of(
        xml, schema, layout, DiffOptions.defaults(), false, FlywaySettings.defaults());
  }

  private void draw(String from, String to) throws Exception {
    String text = Files.readString(xml);
    assertThat(text).contains(from);
    Files.writeString(xml, text.replace(from, to));
  }

  @Test
  void nothingIsWritten_whenNothingWasDrawn() throws Exception {
    assertThat(drawn(desired).write()).isEmpty();
    assertThat(Files.readString(desired)).isEqualTo(SQL);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(desired, xml);
    }
  }

  @Test
  void schemaAndPlacesAreReplaced() throws Exception {
    draw("name=\"b\" null=\"1\"", "name=\"b\" null=\"0\"");
    draw("<table x=\"24\"", "<table x=\"240\"");
    DesignerImport drawn = drawn(desired);
    assertThat(drawn.differences())
        .extracting(Object::toString)
        .containsExactly("~ column a.b: NULL → NOT NULL");
    assertThat(Files.readString(desired)).isEqualTo(SQL);
    assertThat(drawn.write()).containsExactly(desired, layout);
    assertThat(Files.readString(desired)).isEqualTo(SQL.replace("TEXT", "TEXT NOT NULL"));
    assertThat(Files.readString(layout)).isEqualTo("a 240 24\n");
    export(desired);
    assertThat(Files.readString(xml)).contains("<table x=\"240\"");
    assertThat(drawn(desired).write()).isEmpty();
  }

  @Test
  void aPlaceThatOnlyTheFileKnows_stays() throws Exception {
    Files.writeString(layout, "a 5 6\nold 1 2\n");
    assertThat(drawn(desired).write()).isEmpty();
    draw("<table x=\"24\"", "<table x=\"25\"");
    assertThat(drawn(desired).write()).containsExactly(layout);
    assertThat(Files.readString(layout)).isEqualTo("a 25 24\nold 1 2\n");
  }

  @Test
  void aSchemaThatChangesMeanwhile_isNotOverwritten() throws Exception {
    draw("name=\"b\" null=\"1\"", "name=\"b\" null=\"0\"");
    DesignerImport drawn = drawn(desired);
    Files.writeString(desired, SQL + "-- more\r\n");
    assertThatThrownBy(drawn::write)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has changed since it was read");
    assertThat(Files.readString(desired)).isEqualTo(SQL + "-- more\r\n");
    assertThat(drawn(desired).write()).containsExactly(desired);
    assertThat(Files.readString(desired))
        .isEqualTo(SQL.replace("TEXT", "TEXT NOT NULL") + "-- more\r\n");
  }

  @Test
  void aLinkStaysALink_andAFolderIsWrittenFileByFile() throws Exception {
    Path schema = Files.createDirectory(folder.resolve("schema"));
    Files.move(desired, schema.resolve("a.sql"));
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "CREATE TABLE c (d TEXT);\n");
    Files.createSymbolicLink(schema.resolve("c.sql"), elsewhere);
    export(schema);
    draw("name=\"d\" null=\"1\"", "name=\"d\" null=\"0\"");
    assertThat(drawn(schema).write()).containsExactly(schema.resolve("c.sql"));
    assertThat(Files.readString(elsewhere)).isEqualTo("CREATE TABLE c (d TEXT NOT NULL);\n");
    assertThat(schema.resolve("c.sql")).isSymbolicLink();
    assertThat(Files.readString(schema.resolve("a.sql"))).isEqualTo(SQL);
  }

  @Test
  void aFirstSchema_isWrittenFromTheFile() throws Exception {
    Files.delete(desired);
    Path other = folder.resolve("new/schema.sql");
    assertThat(drawn(other).write()).containsExactly(other);
    assertThat(Files.readString(other)).isEqualTo(SQL);
    Path parts = Files.createDirectory(folder.resolve("parts"));
    Files.writeString(parts.resolve("a.sql"), SQL);
    Files.writeString(parts.resolve("b.sql"), "CREATE TABLE b (c TEXT);\n");
    export(parts);
    Path copy = folder.resolve("copy");
    assertThat(drawn(copy).write()).containsExactly(copy.resolve("a.sql"), copy.resolve("b.sql"));
    assertThatThrownBy(
            () ->
                DesignerImport.of(
                    folder.resolve("none.xml"),
                    desired,
                    layout,
                    DiffOptions.defaults(),
                    false,
                    FlywaySettings.defaults()))
        .hasMessageContaining("none.xml cannot be read");
    Files.write(xml, List.of("no XML"));
    assertThatThrownBy(() -> drawn(desired)).hasMessageContaining("is not XML");
  }
}
