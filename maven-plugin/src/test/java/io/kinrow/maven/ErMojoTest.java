package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.maven.fixture.Artifacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures from Maven: {@code kinrow:er}, and those beside a migration of {@code kinrow:diff}. */
class ErMojoTest {

  @TempDir Path base;

  private final List<String> lines = new ArrayList<>();

  @BeforeEach
  void project() throws Exception {
    Files.createDirectory(base.resolve("migration"));
    write(
        "migration/V1__products.sql", "CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT);");
    write(
        "migration/V2__prices.sql",
        "CREATE TABLE prices (product_id INTEGER PRIMARY KEY REFERENCES products (id));");
    write(
        "desired.sql",
        "CREATE TABLE products (id INTEGER PRIMARY KEY, name VARCHAR(80));\n"
            + "CREATE TABLE prices (product_id INTEGER PRIMARY KEY REFERENCES products (id));");
  }

  @Test
  void drawsTheSchema_inEachFormat() throws Exception {
    ErMojo er = er("er/schema.svg", "er/schema.html", "er/schema.mmd", "er/schema.dbml");
    er.execute();
    assertThat(base.resolve("er/schema.svg")).content().contains("<title", "Version 2 prices");
    assertThat(base.resolve("er/schema.html")).content().contains("[\"1 products\",\"2 prices\"]");
    assertThat(base.resolve("er/schema.mmd")).content().contains("products ||--o| prices");
    assertThat(base.resolve("er/schema.dbml")).content().contains("Table \"products\"");
    assertThat(lines).contains("info wrote " + base.resolve("er/schema.svg"));
  }

  @Test
  void drawsAVersion_aDifference_andTheDesiredSchema() throws Exception {
    ErMojo er = er("er.mmd");
    er.at = "1";
    er.execute();
    assertThat(base.resolve("er.mmd")).content().doesNotContain("prices");
    er.from = "1";
    er.to = "desired";
    er.execute();
    assertThat(base.resolve("er.mmd"))
        .content()
        .contains("class prices new", "TEXT → VARCHAR(80)", "class products changed");
    er.from = null;
    er.at = "desired";
    er.columns = "keys";
    er.execute();
    assertThat(base.resolve("er.mmd")).content().contains("Desired").doesNotContain("name");
  }

  @Test
  void savesWhereTablesStand_andDrawsThemThere() throws Exception {
    ErMojo er = er("er.svg");
    er.saveLayout = true;
    er.groups = Map.of("Shop", "pro*, prices");
    er.execute();
    assertThat(base.resolve("desired.layout"))
        .content()
        .containsPattern("prices \\d+ \\d+\nproducts ");
    assertThat(base.resolve("er.svg")).content().contains("aria-label=\"group Shop\"");
    write("desired.layout", "prices 500 300\nproducts 0 0\n");
    er.execute();
    assertThat(base.resolve("desired.layout"))
        .content()
        .isEqualTo("prices 500 300\nproducts 0 0\n");
    write("desired.layout", "prices\n");
    assertThatThrownBy(er::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("desired.layout:1: \"prices\" is not the place of a table");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(er("er.png")::execute).hasMessageContaining("er.png has no extension");
    ErMojo er = er("er.svg");
    er.columns = "some";
    assertThatThrownBy(er::execute).hasMessageContaining("'some' is neither 'all' nor 'keys'");
    er.columns = null;
    er.at = "7";
    assertThatThrownBy(er::execute).hasMessageContaining("no migration with version 7");
    er.at = "live";
    assertThatThrownBy(er::execute).hasMessageContaining("name its URL");
  }

  @Test
  void drawsOnAServerOfItsOwn_whenTheEngineIsPostgresql() throws Exception {
    write("migration/V3__orders.sql", "CREATE TABLE orders (id uuid PRIMARY KEY, tags text[]);");
    write("desired.sql", "CREATE TABLE orders (id uuid PRIMARY KEY, tags text[] NOT NULL);");
    ErMojo er = er("er.mmd");
    er.engine = "postgresql";
    er.work = base.resolve("work").toFile();
    er.artifacts = Artifacts.OF_BUILD;
    er.from = "3";
    er.to = "desired";
    er.execute();
    assertThat(base.resolve("er.mmd"))
        .content()
        .contains("text[] tags \"~ changed, null → not null\"", "class products gone");
  }

  @Test
  void takesInWhatWasDrawnInWwwSqlDesigner() throws Exception {
    ErMojo er = er("schema.xml");
    er.at = "desired";
    er.execute();
    Path xml = base.resolve("schema.xml");
    String before = Files.readString(base.resolve("desired.sql"));
    ImportDesignerMojo drawn = goal(new ImportDesignerMojo());
    drawn.designer = xml.toFile();
    drawn.execute();
    assertThat(lines).contains("info The schema is as it was drawn");
    assertThat(base.resolve("desired.sql")).content().isEqualTo(before);
    Files.writeString(xml, Files.readString(xml).replace("\"name\"", "\"title\""));
    assertThatThrownBy(drawn::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            "use -Dkinrow.rename=products.name=title; if not, add -Dkinrow.noRenames");
    drawn.rename = "products.name=title";
    drawn.dryRun = true;
    drawn.execute();
    assertThat(base.resolve("desired.sql")).content().isEqualTo(before);
    drawn.dryRun = false;
    drawn.execute();
    assertThat(base.resolve("desired.sql")).content().isEqualTo(before.replace("name ", "title "));
    assertThat(lines).contains("info wrote " + base.resolve("desired.sql"));
  }

  @Test
  void leavesAPictureBesideAMigration_whenDiffIsAskedFor() throws Exception {
    DiffMojo diff = goal(new DiffMojo());
    diff.message = "widen names";
    diff.picture = "mmd";
    diff.execute();
    assertThat(base.resolve("migration/V3__widen_names.mmd"))
        .content()
        .contains("title: \"V3__widen_names\"", "TEXT → VARCHAR(80)", "class products changed");
    ErMojo er = er("er.mmd");
    er.execute();
    assertThat(base.resolve("er.mmd")).content().contains("VARCHAR(80) name");
    diff.picture = "png";
    assertThatThrownBy(diff::execute)
        .hasMessageContaining("'png' is not a format of pictures of a difference");
  }

  private ErMojo er(String... files) {
    ErMojo er = goal(new ErMojo());
    er.output = List.of(files).stream().map(file -> base.resolve(file).toFile()).toList();
    return er;
  }

  private <M extends MigrationsMojo> M goal(M goal) {
    goal.folder = base.resolve("migration").toFile();
    goal.desired = base.resolve("desired.sql").toFile();
    goal.layout = base.resolve("desired.layout").toFile();
    goal.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence content) {
            lines.add("info " + content);
          }
        });
    return goal;
  }

  private void write(String file, String text) throws Exception {
    Files.writeString(base.resolve(file), text);
  }
}
