package io.kinrow.diagram.designer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.diagram.options.LayoutFile;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.edit.DesiredSql;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Whatever the schema: through XML and the original page, it is the same, or what was drawn. */
final class DesignerPageProperty {

  private static final List<String> TYPES =
      List.of("INTEGER", "TEXT", "VARCHAR(20)", "NUMERIC(10,2)", "DOUBLE PRECISION", "BLOB", "");

  /** Types that every file offers. */
  private static final List<String> OFFERED =
      List.of("INTEGER", "TEXT", "REAL", "NUMERIC(10,2)", "BLOB");

  private static final List<String> DEFAULTS =
      List.of("''", "'it''s'", "'<&>'", "1", "-1.5", "(date('now'))", "CURRENT_TIMESTAMP", "x'00'");

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anUntouchedSchema_comesBackByteForByte(@ForAll("seeds") long seed) throws Exception {
    String sql = sql(new Random(seed));
    DesiredSql desired = DesiredSql.of(sql);
    String xml = DesignerWriter.text(DesiredView.of(desired, LayoutFile.of(Map.of())));
    String saved = OriginalPage.load(OriginalPage.load(xml).save()).save();
    DesignerMerge merge = merge(saved, desired);
    assertThat(merge.notes()).as(sql).isEmpty();
    assertThat(merge.texts()).as(sql).isEmpty();
    DesignerMerge alone = merge(saved, null);
    assertThat(alone.texts()).containsExactly(Map.entry(Path.of("desired.sql"), sql));
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsDrawn_comesBack(@ForAll("seeds") long seed) throws Exception {
    Random random = new Random(seed);
    String sql = sql(random);
    DesiredSql desired = DesiredSql.of(sql);
    OriginalPage page =
        OriginalPage.load(DesignerWriter.text(DesiredView.of(desired, LayoutFile.of(Map.of()))));
    DiffOptions renames = draw(page, random);
    String saved = page.save();
    DesignerMerge merge;
    try {
      merge =
          DesignerMerge.of(
              DesignerReader.read(saved.getBytes(StandardCharsets.UTF_8), "schema.xml"),
              desired,
              Path.of("desired.sql"),
              null,
              renames,
              true,
              FlywaySettings.defaults());
    } catch (RefusedException e) {
      // a column that a check, a view or another key needs
      assertThat(e).hasMessageMatching("(?s).*(cannot be dropped|no longer work|more than this).*");
      return;
    }
    DesiredSql after = DesiredSql.of(merge.texts().getOrDefault(Path.of("desired.sql"), sql));
    DesignerSchema wanted =
        DesignerReader.read(saved.getBytes(StandardCharsets.UTF_8), "schema.xml");
    DesignerSchema got = DesiredView.of(after, LayoutFile.of(Map.of()));
    assertThat(names(got)).as("%s%n%s", sql, saved).isEqualTo(names(wanted));
    assertThat(DesignerDifferences.of(wanted, got))
        .as("%s%n%s", sql, saved)
        .allMatch(note -> note.matches(".*(keep their order|in the primary key).*"));
  }

  private static List<String> names(DesignerSchema schema) {
    List<String> names = new ArrayList<>();
    for (DesignerTable table : schema.tables()) {
      for (DesignerColumn column : table.columns()) {
        String relations =
            column.relations().stream()
                .map(r -> new Name(r.table()).key() + "." + new Name(r.column()).key())
                .distinct()
                .sorted()
                .toList()
                .toString();
        names.add(table.name() + "." + column.name() + " " + relations + column.comment());
      }
    }
    names.sort(null);
    return names;
  }

  private static DesignerMerge merge(String xml, @Nullable DesiredSql current) {
    return DesignerMerge.of(
        DesignerReader.read(xml.getBytes(StandardCharsets.UTF_8), "schema.xml"),
        current,
        Path.of("desired.sql"),
        null,
        DiffOptions.defaults(),
        false,
        FlywaySettings.defaults());
  }

  /** A few gestures of a person. */
  private static DiffOptions draw(OriginalPage page, Random random) {
    DiffOptions renames = DiffOptions.defaults();
    OriginalPage.Table table = page.tables.get(random.nextInt(page.tables.size()));
    OriginalPage.Row row = table.rows.get(random.nextInt(table.rows.size()));
    for (int i = 0; i < 3; i++) {
      switch (random.nextInt(8)) {
        case 0 -> {
          OriginalPage.Row added = page.addRow(table, "added" + i, pick(OFFERED, random));
          added.comment = random.nextBoolean() ? "" : "new & <old>";
        }
        case 1 -> row.comment = "changed " + i;
        case 2 -> row.nll = row.nll || random.nextBoolean();
        case 3 -> table.comment = "a table -- of 'things'";
        case 4 -> {
          OriginalPage.Row child = page.addRow(table, "ref" + i, "INTEGER");
          OriginalPage.Table parent = page.tables.get(random.nextInt(page.tables.size()));
          child.relations.add(new String[] {parent.name, parent.rows.get(0).name});
        }
        case 5 -> {
          OriginalPage.Table made = page.addTable("made" + i, 5, 6);
          made.rows.get(0).ai = false;
          page.addRow(made, "text", "TEXT");
        }
        case 6 -> table.x += 10;
        default -> {
          if (!row.name.startsWith("renamed") && !row.name.startsWith("added")) {
            renames = renames.renameColumn(table.name + "." + row.name, "renamed" + i);
            page.renameRow(table.name, row.name, "renamed" + i);
          }
        }
      }
    }
    return renames;
  }

  private static String sql(Random random) {
    StringBuilder sql = new StringBuilder(random.nextBoolean() ? "-- <schema> & more\n\n" : "");
    int tables = 1 + random.nextInt(4);
    for (int t = 0; t < tables; t++) {
      sql.append("CREATE TABLE t").append(t).append(" (\n  id INTEGER PRIMARY KEY");
      sql.append(random.nextInt(4) == 0 ? " AUTOINCREMENT" : "");
      int columns = random.nextInt(5);
      for (int c = 0; c < columns; c++) {
        sql.append(",");
        sql.append(random.nextInt(5) == 0 ? " -- comment & <" + c + ">" : "").append("\n  ");
        sql.append(pick(List.of("c%d", "\"é %d\"", "[x%d y]", "Name%d"), random).formatted(c));
        sql.append(' ').append(pick(TYPES, random));
        sql.append(random.nextInt(3) == 0 ? " NOT NULL" : "");
        sql.append(random.nextInt(3) == 0 ? " DEFAULT " + pick(DEFAULTS, random) : "");
        sql.append(random.nextInt(6) == 0 ? " UNIQUE" : "");
        sql.append(random.nextInt(6) == 0 ? " CHECK (id <> " + c + ")" : "");
        sql.append(random.nextInt(6) == 0 ? " COLLATE NOCASE" : "");
        sql.append(
            random.nextInt(4) == 0
                ? " REFERENCES t"
                    + random.nextInt(tables)
                    + pick(List.of("", " ON DELETE CASCADE"), random)
                : "");
      }
      sql.append("\n);\n");
      sql.append(
          random.nextInt(3) == 0 ? "CREATE INDEX i" + t + " ON t" + t + " (id DESC);\n" : "");
      sql.append(
          random.nextInt(5) == 0
              ? "CREATE UNIQUE INDEX p" + t + " ON t" + t + " (id) WHERE id > 3;\n"
              : "");
      sql.append(
          random.nextInt(4) == 0 ? "CREATE VIEW v" + t + " AS SELECT * FROM t" + t + ";\n" : "");
    }
    String text = sql.toString();
    return random.nextInt(3) == 0 ? text.replace("\n", "\r\n") : text;
  }

  private static <T> T pick(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
