package io.kinrow.migrate.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.diff.RandomSchema;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.edit.Edit.ColumnShape;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random edits of random schemas, set out in different ways, with comments in odd places. */
final class RandomEditsProperty {

  private static int done;
  private static int refused;
  private static int bytes;

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void nothingButTheEditHappens_whateverTheSchema(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    DesiredSql desired = schema(random);
    for (int i = 0; i < 8; i++) {
      Edit edit = new RandomEdits(random, desired.catalog()).next();
      try {
        DesiredSql after = desired.apply(edit);
        assertThat(Schema.ofSql(after.text()).catalog()).isEqualTo(after.catalog());
        assertThat(others(after, edit)).isEqualTo(others(desired, edit));
        assertThat(comments(after)).containsAll(kept(desired, edit));
        desired = after;
        done++;
      } catch (RefusedException e) {
        refused++;
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void anAddedColumn_leavesTheSameBytesWhenItIsDropped(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    DesiredSql desired = schema(random);
    if (desired.catalog().tables().isEmpty()) {
      return;
    }
    var table = List.copyOf(desired.catalog().tables()).get(0);
    String name = table.name().text();
    String after = table.columnNames().get(random.nextInt(table.columns().size())).text();
    ColumnShape column =
        new ColumnShape("added", "TEXT", true, "'x'", random.nextBoolean() ? "" : "why");
    Edit.AddColumn add = new Edit.AddColumn(name, column, after);
    DesiredSql added = desired.apply(add);
    assertThat(added.catalog()).isNotEqualTo(desired.catalog());
    assertThat(added.apply(new Edit.DropColumn(name, "added")).text())
        .as("%s: %s", add, added.text())
        .isEqualTo(desired.text());
    bytes++;
  }

  @AfterContainer
  static void enoughWasTried() {
    assertThat(done).isGreaterThan(refused / 3);
    assertThat(bytes).isGreaterThan(0);
  }

  private static DesiredSql schema(Random random) {
    while (true) {
      try {
        String sql = set(new RandomSchema(random).sql(), random);
        return DesiredSql.of(sql);
      } catch (RefusedException e) {
        // the next one may be a schema
      }
    }
  }

  /** The schema with other line breaks and commas, and with comments. */
  private static String set(String sql, Random random) {
    String text = sql;
    switch (random.nextInt(4)) {
      case 0 -> text = text.replace(",\n  ", "\n, ");
      case 1 -> text = text.replace(",\n  ", ", ").replace("(\n  ", "(").replace("\n)", ")");
      case 2 -> text = text.replace("\n)", ")");
      default -> {}
    }
    StringBuilder commented = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      int which = random.nextInt(6);
      String mark = Long.toString(random.nextLong(), 36);
      commented.append(which == 0 && line.startsWith("CREATE") ? "-- above " + mark + "\n" : "");
      commented.append(line);
      commented.append(which == 1 ? " -- c" + mark : which == 2 ? " /* c" + mark + " */" : "");
      commented.append(which == 3 && line.endsWith(";") ? "\n\n" : "\n");
    }
    String all = commented.toString();
    return random.nextInt(3) == 0 ? all.replace("\n", "\r\n") : all;
  }

  /** The statements that an edit is not about, in order. */
  private static List<String> others(DesiredSql desired, Edit edit) {
    boolean rename = edit instanceof Edit.RenameTable || edit instanceof Edit.RenameColumn;
    Predicate<Statement> touched = statement -> rename || isAbout(edit, statement);
    return Statement.split(desired.text()).stream()
        .filter(touched.negate())
        .map(Statement::text)
        .toList();
  }

  private static boolean isAbout(Edit edit, Statement statement) {
    String name = statement.createdName();
    return switch (statement.creates()) {
      case "TABLE" -> same(table(edit), name);
      case "INDEX" ->
          edit instanceof Edit.DropTable
              || (edit instanceof Edit.CreateIndex create && same(create.index(), name))
              || (edit instanceof Edit.DropIndex drop && same(drop.index(), name));
      default -> edit instanceof Edit.DropTable;
    };
  }

  private static boolean same(String one, String other) {
    return new Name(one).equals(new Name(other));
  }

  private static String table(Edit edit) {
    if (edit instanceof Edit.CreateTable e) {
      return e.table();
    } else if (edit instanceof Edit.DropTable e) {
      return e.table();
    } else if (edit instanceof Edit.AddColumn e) {
      return e.table();
    } else if (edit instanceof Edit.DropColumn e) {
      return e.table();
    } else if (edit instanceof Edit.ChangeColumn e) {
      return e.table();
    } else if (edit instanceof Edit.SetPrimaryKey e) {
      return e.table();
    } else if (edit instanceof Edit.AddUnique e) {
      return e.table();
    } else if (edit instanceof Edit.DropUnique e) {
      return e.table();
    } else if (edit instanceof Edit.AddForeignKey e) {
      return e.table();
    } else if (edit instanceof Edit.ChangeForeignKey e) {
      return e.table();
    } else if (edit instanceof Edit.DropForeignKey e) {
      return e.table();
    } else if (edit instanceof Edit.CommentTable e) {
      return e.table();
    }
    return "";
  }

  private static List<String> comments(DesiredSql desired) {
    return Tokenizer.comments(desired.text()).stream().map(Tokenizer.Comment::inside).toList();
  }

  /** The comments that an edit has no reason to touch. */
  private static List<String> kept(DesiredSql desired, Edit edit) {
    boolean takesComments =
        edit instanceof Edit.DropTable
            || edit instanceof Edit.DropColumn
            || edit instanceof Edit.DropIndex
            || edit instanceof Edit.ChangeColumn
            || edit instanceof Edit.CommentTable
            || edit instanceof Edit.SetPrimaryKey
            || edit instanceof Edit.DropUnique
            || edit instanceof Edit.DropForeignKey;
    return takesComments ? new ArrayList<>() : comments(desired);
  }
}
