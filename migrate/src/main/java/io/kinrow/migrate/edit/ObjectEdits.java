package io.kinrow.migrate.edit;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.edit.Edit.CreateIndex;
import io.kinrow.migrate.edit.Edit.DropIndex;
import io.kinrow.migrate.edit.Edit.Write;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Edits of indexes, and of statements as a person wrote them. */
final class ObjectEdits {

  private static final Set<String> KINDS = Set.of("TABLE", "INDEX", "VIEW", "TRIGGER");

  private final DesiredSql now;

  ObjectEdits(DesiredSql now) {
    this.now = now;
  }

  Change createIndex(CreateIndex edit) {
    Table table = now.table(edit.table());
    edit.columns().forEach(column -> now.column(edit.table(), column));
    Name name = new Name(edit.index());
    if (edit.columns().isEmpty()) {
      throw RefusedException.because("The index " + name + " needs at least one column");
    }
    if (find("INDEX", name)) {
      throw RefusedException.because("There is already an index " + name);
    }
    String sql =
        "CREATE %sINDEX %s ON %s %s"
            .formatted(
                edit.unique() ? "UNIQUE " : "",
                name.sql(),
                table.name().sql(),
                KeyEdits.list(edit.columns()));
    return Change.ofTable(
        behindTable(table.name(), sql),
        table.name(),
        t -> {
          List<Index> indexes = new ArrayList<>(t.indexes());
          indexes.add(
              new Index(
                  name,
                  t.name(),
                  edit.unique(),
                  TableParts.key(t, edit.columns()).columns(),
                  null));
          return TableParts.withIndexes(t, indexes);
        });
  }

  /** Behind the table and those of its indexes that follow it. */
  private List<Splice> behindTable(Name table, String sql) {
    PlacedStatement behind =
        now.files().find("TABLE", table).orElseThrow(() -> now.noTable(table.text()));
    List<Name> own = now.table(table.text()).indexes().stream().map(Index::name).toList();
    boolean passed = false;
    PlacedStatement first = behind;
    for (PlacedStatement statement : now.files().statements()) {
      boolean index =
          statement.statement().creates().equals("INDEX") && own.contains(statement.name());
      if (passed && !index) {
        break;
      }
      passed |= statement.equals(first);
      behind = passed && index ? statement : behind;
    }
    return new StatementSplices(now.files()).behind(behind, sql, lineBreaks());
  }

  /** As many as stand between a table and its first index elsewhere; else one blank line. */
  private int lineBreaks() {
    List<PlacedStatement> all = now.files().statements();
    for (int i = 1; i < all.size(); i++) {
      PlacedStatement before = all.get(i - 1);
      PlacedStatement index = all.get(i);
      if (index.statement().creates().equals("INDEX") && index.file().equals(before.file())) {
        String between = index.script().substring(before.fullEnd(), index.start());
        int blank = Blanks.backOverBlanks(between, between.length());
        return Math.max(1, (int) between.substring(blank).chars().filter(c -> c == '\n').count());
      }
    }
    return 2;
  }

  Change dropIndex(DropIndex edit) {
    Name name = new Name(edit.index());
    for (Table table : now.catalog().tables()) {
      for (Index index : table.indexes()) {
        if (index.name().equals(name)) {
          return Change.ofTable(
              List.of(new StatementSplices(now.files()).remove(statement("INDEX", name))),
              table.name(),
              t ->
                  TableParts.withIndexes(
                      t, t.indexes().stream().filter(i -> !i.name().equals(name)).toList()));
        }
      }
    }
    throw RefusedException.because("There is no index " + name);
  }

  Change write(Write edit) {
    if (!KINDS.contains(edit.kind())) {
      throw RefusedException.because(edit.kind() + " is not TABLE, INDEX, VIEW or TRIGGER");
    }
    String old = edit.name();
    StatementSplices splices = new StatementSplices(now.files());
    if (edit.sql().isBlank()) {
      if (old == null) {
        throw RefusedException.because("A new " + edit.kind() + " needs a statement");
      }
      return drop(edit.kind(), new Name(old));
    }
    Statement statement = single(edit.kind(), edit.sql());
    String sql = withComments(statement, edit.sql());
    Name name = new Name(statement.createdName());
    if ((old == null || !new Name(old).equals(name)) && find(edit.kind(), name)) {
      throw RefusedException.because("There is already a " + kind(edit.kind()) + " " + name);
    }
    List<Splice> changes =
        old == null
            ? splices.append(now.files().lastFile(), sql)
            : List.of(replaced(statement(edit.kind(), new Name(old)), sql));
    return new Change(changes, (before, after) -> onlyChanged(after, edit.kind(), name));
  }

  /** The statement with the comments around it, to which a semicolon can be added. */
  private static String withComments(Statement statement, String sql) {
    int end = statement.tokens().get(statement.tokens().size() - 1).end();
    String behind = sql.substring(end).replaceFirst(";", "").strip();
    String text = sql.substring(0, end).strip();
    return behind.isEmpty() ? text : text + " " + behind + "\n";
  }

  private static Splice replaced(PlacedStatement old, String sql) {
    return new Splice(old.file(), old.start(), old.end(), sql);
  }

  /** The other statements are as they were; so is what they make, as far as SQLite takes it. */
  private Catalog onlyChanged(Catalog after, String kind, Name name) {
    boolean there =
        switch (kind) {
          case "TABLE" -> after.table(name).isPresent();
          case "VIEW" -> after.view(name).isPresent();
          case "TRIGGER" -> after.trigger(name).isPresent();
          default ->
              after.tables().stream()
                  .anyMatch(t -> t.indexes().stream().anyMatch(i -> i.name().equals(name)));
        };
    if (!there) {
      throw RefusedException.because("This statement does not create " + name);
    }
    return after;
  }

  private Change drop(String kind, Name name) {
    if (kind.equals("TABLE")) {
      return new TableEdits(now).drop(new Edit.DropTable(name.text()));
    } else if (kind.equals("INDEX")) {
      return dropIndex(new DropIndex(name.text()));
    }
    boolean view = kind.equals("VIEW");
    List<PlacedStatement> gone = new ArrayList<>();
    gone.add(statement(kind, name));
    Set<Name> triggers = new HashSet<>(view ? Set.of() : Set.of(name));
    now.catalog().triggers().stream()
        .filter(trigger -> view && trigger.table().equals(name))
        .forEach(
            trigger -> {
              triggers.add(trigger.name());
              gone.add(statement("TRIGGER", trigger.name()));
            });
    StatementSplices splices = new StatementSplices(now.files());
    return new Change(
        gone.stream().map(splices::remove).toList(),
        (before, after) -> before.without(view ? Set.of(name) : Set.of(), triggers));
  }

  private static Statement single(String kind, String sql) {
    try {
      List<Statement> all = Statement.split(sql);
      if (all.size() != 1 || !all.get(0).creates().equals(kind)) {
        throw RefusedException.because(
            "This must be exactly one CREATE %s statement".formatted(kind));
      }
      return all.get(0);
    } catch (SqlSyntaxException e) {
      throw RefusedException.because("This is not SQL: " + e.getMessage());
    }
  }

  private boolean find(String kind, Name name) {
    return now.files().find(kind, name).isPresent();
  }

  private PlacedStatement statement(String kind, Name name) {
    return now.files()
        .find(kind, name)
        .orElseThrow(() -> RefusedException.because("There is no " + kind(kind) + " " + name));
  }

  private static String kind(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }
}
