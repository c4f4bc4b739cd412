package io.kinrow.migrate.diff;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.LeftOut;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.compare.DiffOptions;
import io.kinrow.migrate.plan.Repeatables;
import io.kinrow.migrate.plan.ScratchSchema;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jetbrains.annotations.ApiStatus;

/**
 * The {@code CREATE} statements of a schema with their places. Their order does not matter.
 * Immutable.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class DdlScript {

  private static final List<String> ORDER = List.of("TABLE", "INDEX", "VIEW", "TRIGGER");

  /** What SQLite makes by itself, which {@code .schema} of its shell prints too. */
  private static final String OWN = "sqlite_";

  private final List<Placed> statements;
  private final DiffOptions renames;
  private final String origin;

  private record Placed(Statement statement, String place) {}

  private DdlScript(List<Placed> statements, DiffOptions renames, String origin) {
    this.statements = List.copyOf(statements);
    this.renames = renames;
    this.origin = origin;
  }

  /**
   * Reads texts of statements.
   *
   * @param texts the texts by the name that messages give them
   * @param origin the name of all of them
   * @throws RefusedException if a text is not SQL, or a comment names a rename that is none
   */
  public static DdlScript of(Map<String, String> texts, String origin) {
    List<Placed> statements = new ArrayList<>();
    DiffOptions renames = DiffOptions.defaults();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String place = text.getKey();
      List<Statement> split = split(text.getValue(), place);
      split.forEach(
          statement -> statements.add(new Placed(statement, place + ":" + statement.line())));
      renames = renames.withRenamesOf(RenameComments.in(text.getValue(), split, place, problems));
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    statements.removeIf(placed -> isStatistics(placed.statement()));
    return new DdlScript(statements, renames, origin);
  }

  /**
   * Returns the schema that the statements give.
   *
   * @throws RefusedException if a statement is not a {@code CREATE} statement or if SQLite refuses
   *     it
   */
  public Schema schema(LeftOut leftOut) {
    try (ScratchSchema scratch = load()) {
      Catalog catalog = SchemaEngine.SQLITE.read(scratch.connection(), leftOut);
      refuseUnusable(scratch, catalog);
      return new Schema(catalog, origin, SchemaEngine.SQLITE, Repeatables.NONE, renames);
    } catch (SQLException e) {
      throw new RefusedException(List.of(origin + ": " + e.getMessage()));
    }
  }

  /**
   * Returns a scratch database that the statements were run on, for the caller to close.
   *
   * @throws RefusedException if a statement is not a {@code CREATE} statement or if SQLite refuses
   *     it
   */
  public ScratchSchema load() throws SQLException {
    refuseOthers();
    ScratchSchema scratch = ScratchSchema.empty();
    try {
      List<String> problems = new ArrayList<>();
      run(statements.stream().filter(DdlScript::isVirtual).toList(), scratch, problems);
      Set<Name> shadows = new HashSet<>();
      scratch
          .texts("SELECT name FROM pragma_table_list WHERE type = 'shadow'")
          .forEach(name -> shadows.add(new Name(name)));
      for (String kind : ORDER) {
        run(
            statements.stream()
                .filter(placed -> placed.statement().creates().equals(kind) && !isVirtual(placed))
                .filter(placed -> !isOwn(placed, shadows))
                .toList(),
            scratch,
            problems);
      }
      if (!problems.isEmpty()) {
        throw new RefusedException(problems);
      }
      return scratch;
    } catch (SQLException | RefusedException e) {
      scratch.close();
      throw e;
    }
  }

  private void refuseOthers() {
    List<String> problems = new ArrayList<>();
    for (Placed placed : statements) {
      if (placed.statement().startsWith("CREATE", "TEMP")
          || placed.statement().startsWith("CREATE", "TEMPORARY")) {
        problems.add(placed.place() + ": a TEMP object belongs to a connection, not to a schema");
      } else if (placed.statement().creates().isEmpty()) {
        problems.add(
            "%s: a schema can contain only CREATE TABLE, INDEX, VIEW and TRIGGER; correct this statement, or move it to a migration: %s"
                .formatted(
                    placed.place(), placed.statement().text().lines().findFirst().orElse("")));
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  /** SQLite takes columns that are generated from each other, and then refuses every row. */
  private void refuseUnusable(ScratchSchema scratch, Catalog catalog) {
    List<String> problems = new ArrayList<>();
    for (Table table : catalog.tables()) {
      try {
        if (!table.isVirtual()) {
          scratch.texts("EXPLAIN INSERT INTO " + table.name().sql() + " DEFAULT VALUES");
        }
      } catch (SQLException e) {
        problems.add(origin + ": " + table.name() + " cannot be used: " + e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  /** One by one only if one of them fails, to find out which: a call for each takes longer. */
  private static void run(List<Placed> statements, ScratchSchema scratch, List<String> problems)
      throws SQLException {
    if (scratch.takesAll(statements.stream().map(p -> p.statement().text()).toList())) {
      return;
    }
    for (Placed placed : statements) {
      try {
        scratch.execute(placed.statement().text());
      } catch (SQLException e) {
        problems.add(placed.place() + ": " + e.getMessage());
      }
    }
  }

  /** What {@code .fullschema} of SQLite's shell adds: no part of a schema. */
  private static boolean isStatistics(Statement statement) {
    return statement.startsWith("ANALYZE")
        || (statement.startsWith("INSERT", "INTO")
            && statement.tokens().size() > 2
            && new Name(statement.tokens().get(2).unquoted()).key().startsWith(OWN));
  }

  private static boolean isVirtual(Placed placed) {
    return placed.statement().startsWith("CREATE", "VIRTUAL");
  }

  private static boolean isOwn(Placed placed, Set<Name> shadows) {
    Name name = new Name(placed.statement().createdName());
    return name.key().startsWith(OWN)
        || (placed.statement().creates().equals("TABLE") && shadows.contains(name));
  }

  private static List<Statement> split(String sql, String place) {
    try {
      return Statement.split(sql);
    } catch (SqlSyntaxException e) {
      throw new RefusedException(List.of(place + ": " + e.getMessage()));
    }
  }
}
