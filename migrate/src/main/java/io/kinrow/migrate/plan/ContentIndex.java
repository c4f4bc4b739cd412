package io.kinrow.migrate.plan;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.sql.Statement;
import io.kinrow.migrate.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A full-text index (FTS5 or FTS4) whose text stands in another table: {@code content='posts'}. It
 * holds no rows of its own, so it can be dropped, and made again from that table.
 *
 * @param table the virtual table
 * @param content the table or view that its text stands in; null for {@code content=''}, which
 *     stores no text at all
 * @param columns the columns of the content that it indexes
 * @param rowid the column that numbers the content's rows, or null
 */
public record ContentIndex(
    Name table, @Nullable Name content, List<Name> columns, @Nullable Name rowid) {

  private static final List<Name> ROW_NUMBERS =
      List.of(new Name("rowid"), new Name("oid"), new Name("_rowid_"));

  /**
   * Returns whether a virtual table is a full-text index of the newer kind, which can check itself.
   */
  public static boolean isFts5(Catalog catalog, Table table) {
    List<Token> tokens = tokens(catalog, table);
    return module(tokens).equalsIgnoreCase("fts5");
  }

  private static List<Token> tokens(Catalog catalog, Table table) {
    return Statement.split(catalog.sql(table)).get(0).tokens();
  }

  private static int using(List<Token> tokens) {
    int using = 0;
    while (using < tokens.size() && !tokens.get(using).is("USING")) {
      using++;
    }
    return using;
  }

  private static String module(List<Token> tokens) {
    int using = using(tokens);
    return using + 1 < tokens.size() ? tokens.get(using + 1).unquoted() : "";
  }

  /** Returns the index that a virtual table is, if it is one without rows of its own. */
  public static Optional<ContentIndex> of(Catalog catalog, Table table) {
    if (!table.isVirtual()) {
      return Optional.empty();
    }
    List<Token> tokens = tokens(catalog, table);
    int using = using(tokens);
    String module = module(tokens);
    if (!module.equalsIgnoreCase("fts5") && !module.equalsIgnoreCase("fts4")) {
      return Optional.empty();
    }
    List<Name> columns = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    for (List<Token> argument : arguments(tokens.subList(using + 2, tokens.size()))) {
      if (argument.size() > 2 && argument.get(1).is("=")) {
        options.put(argument.get(0).text().toLowerCase(Locale.ROOT), argument.get(2).unquoted());
      } else {
        columns.add(new Name(argument.get(0).unquoted()));
      }
    }
    String content = options.get("content");
    if (content == null) {
      return Optional.empty();
    }
    String rowid = options.get("content_rowid");
    return Optional.of(
        new ContentIndex(
            table.name(),
            content.isEmpty() ? null : new Name(content),
            List.copyOf(columns),
            rowid == null ? null : new Name(rowid)));
  }

  /** What stands between the outermost commas. */
  private static List<List<Token>> arguments(List<Token> tokens) {
    List<List<Token>> arguments = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      boolean ends = depth == 0 || (depth == 1 && token.is(","));
      if (ends && !current.isEmpty()) {
        arguments.add(current);
        current = new ArrayList<>();
      } else if (!ends && !(depth == 1 && token.is("(") && current.isEmpty())) {
        current.add(token);
      }
    }
    return arguments;
  }

  /**
   * Returns what it names and a schema lacks, which would make every search fail; null if all is
   * there.
   */
  public @Nullable String missing(Catalog catalog) {
    if (content == null || catalog.view(content).isPresent()) {
      return null;
    }
    Optional<Table> source = catalog.table(content);
    if (source.isEmpty()) {
      return content.toString();
    }
    Optional<Name> numbers = Optional.ofNullable(rowid).filter(name -> !ROW_NUMBERS.contains(name));
    return Stream.concat(columns.stream(), numbers.stream())
        .filter(column -> source.get().column(column).isEmpty())
        .map(column -> content + "." + column)
        .findFirst()
        .orElse(null);
  }

  /** Whether what it indexes may be other after a change from one schema to another. */
  boolean isStale(Catalog from, Catalog to) {
    if (content == null) {
      return false;
    }
    Optional<Table> before = from.table(content);
    Optional<Table> after = to.table(content);
    if (before.isEmpty() || after.isEmpty()) {
      return !from.equals(to);
    }
    return !Objects.equals(before.get().rowidColumn(), after.get().rowidColumn())
        || before.get().withoutRowid() != after.get().withoutRowid()
        || columns.stream()
            .anyMatch(name -> !before.get().column(name).equals(after.get().column(name)));
  }

  /** Returns the statement that reads all of the content again. */
  public String refill() {
    return "INSERT INTO %s (%s) VALUES ('rebuild')".formatted(table.sql(), table.sql());
  }
}
