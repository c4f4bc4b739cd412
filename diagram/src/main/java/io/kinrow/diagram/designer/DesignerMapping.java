package io.kinrow.diagram.designer;

import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.settings.RefusedException;
import io.kinrow.migrate.sql.SqlSyntaxException;
import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person drew, as SQLite can have it: types and defaults of other databases, the page's
 * quotes, the key that each new table of the page begins with.
 */
final class DesignerMapping {

  private static final Pattern TYPE =
      Pattern.compile(
          "[\\p{L}_][\\p{L}\\p{N}_ ]*(?:\\(\\s*[+-]?\\d+\\s*(?:,\\s*[+-]?\\d+\\s*)?\\))?|");

  private static final Set<String> LISTS = Set.of("ENUM", "SET");

  private final DesignerSchema base;
  private final List<String> notes;
  private final List<String> problems = new ArrayList<>();

  private DesignerMapping(DesignerSchema base, List<String> notes) {
    this.base = base;
    this.notes = notes;
  }

  /**
   * Returns the schema for SQLite.
   *
   * @param base what the file was before somebody drew in it
   * @param notes receives what was changed on the way
   * @throws RefusedException if a type is not one that SQLite has a place for
   */
  static DesignerSchema of(DesignerSchema saved, DesignerSchema base, List<String> notes) {
    return new DesignerMapping(base, notes).mapped(saved);
  }

  /** Whether SQLite takes a text for a type. */
  static boolean isType(String text) {
    return TYPE.matcher(text).matches();
  }

  private DesignerSchema mapped(DesignerSchema saved) {
    boolean foreign = !Set.of("", "sqlite").contains(saved.database());
    if (foreign) {
      notes.add(
          "The file is for %s: the names of its types are kept, and SQLite takes them by its own rules"
              .formatted(saved.database()));
    }
    List<DesignerTable> tables = new ArrayList<>();
    for (DesignerTable table : saved.tables()) {
      DesignerTable old = base.table(table.name()).orElse(null);
      List<DesignerColumn> columns = new ArrayList<>();
      for (DesignerColumn column : table.columns()) {
        DesignerColumn was = old == null ? null : old.column(column.name()).orElse(null);
        columns.add(column(table, column, was, saved));
      }
      tables.add(
          new DesignerTable(
              table.name(), table.x(), table.y(), columns, table.keys(), table.comment()));
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return new DesignerSchema("sqlite", tables, saved.carried(), saved.places());
  }

  private DesignerColumn column(
      DesignerTable table,
      DesignerColumn column,
      @Nullable DesignerColumn was,
      DesignerSchema saved) {
    String place = table.name() + "." + column.name();
    for (DesignerColumn.Relation relation : column.relations()) {
      if (saved.table(relation.table()).flatMap(t -> t.column(relation.column())).isEmpty()) {
        notes.add(
            "%s references %s.%s, which is not in the file; left out"
                .formatted(place, relation.table(), relation.column()));
      }
    }
    boolean sameType = was != null && was.type().equals(column.type());
    String type = sameType ? column.type() : type(table, column, was == null);
    return new DesignerColumn(
        column.name(),
        type,
        column.nullable(),
        column.autoincrement(),
        defaultValue(place, column.defaultValue(), was),
        column.relations(),
        column.comment());
  }

  private String type(DesignerTable table, DesignerColumn column, boolean isNew) {
    String place = table.name() + "." + column.name();
    String type = column.type();
    String word = type.replaceFirst("\\s*\\(.*", "").toUpperCase(Locale.ROOT);
    boolean key =
        table.primaryKey().size() == 1
            && new Name(table.primaryKey().get(0)).equals(new Name(column.name()));
    boolean counts = word.isEmpty() || word.contains("INT") || word.contains("SERIAL");
    if (isNew && key && column.autoincrement() && counts && !word.equals("INTEGER")) {
      if (!word.isEmpty()) {
        notes.add(place + " is INTEGER, so that SQLite numbers rows: " + type);
      }
      return "INTEGER";
    }
    if (LISTS.contains(word)) {
      notes.add(place + " is TEXT, because SQLite has no lists of values: " + type);
      return "TEXT";
    }
    if (!isType(type)) {
      problems.add(
          "%s has the type %s, which SQLite has no place for; choose another one on the page"
              .formatted(place, type));
    }
    return type;
  }

  /** The page puts quotes around a text without looking at those in it. */
  private @Nullable String defaultValue(
      String place, @Nullable String value, @Nullable DesignerColumn was) {
    if (value == null || (was != null && value.equals(was.defaultValue()))) {
      return value;
    }
    try {
      boolean one = Tokenizer.tokens(value).size() == 1;
      boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
      return one || !quoted ? value : requoted(place, value);
    } catch (SqlSyntaxException e) {
      return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
          ? requoted(place, value)
          : value;
    }
  }

  private String requoted(String place, String value) {
    String text = value.substring(1, value.length() - 1);
    notes.add(place + ": the default is taken for a text: " + text);
    return "'" + text.replace("'", "''") + "'";
  }
}
