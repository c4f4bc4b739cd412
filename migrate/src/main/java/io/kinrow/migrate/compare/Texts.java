package io.kinrow.migrate.compare;

import io.kinrow.migrate.catalog.Check;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.Column.Generation;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import java.util.List;
import java.util.stream.Collectors;
import org.jetbrains.annotations.ApiStatus;

/**
 * Says for people what a part of a schema is, in words of SQL.
 *
 * @hidden
 */
@ApiStatus.Internal
public final class Texts {

  private Texts() {}

  static String describe(Column column) {
    StringBuilder text = new StringBuilder(column.type());
    if (column.notNull()) {
      text.append(" NOT NULL");
    }
    if (column.defaultValue() != null) {
      text.append(" DEFAULT ").append(column.defaultValue());
    }
    if (!column.collation().equals("BINARY")) {
      text.append(" COLLATE ").append(column.collation());
    }
    if (column.generation() != null) {
      text.append(" ").append(describe(column.generation()));
    }
    return text.toString().trim();
  }

  static String describe(Generation generation) {
    return "AS ("
        + generation.expression().canonical()
        + ")"
        + (generation.stored() ? " STORED" : "");
  }

  static String describe(KeyConstraint key) {
    return (key.name() == null ? "" : key.name() + " ")
        + parts(key.columns())
        + (key.conflict().isEmpty() ? "" : " ON CONFLICT " + key.conflict());
  }

  static String describe(Check check) {
    return (check.name() == null ? "" : check.name() + " ")
        + "("
        + check.expression().canonical()
        + ")";
  }

  static String describe(ForeignKey key) {
    StringBuilder text = new StringBuilder(key.name() == null ? "" : key.name() + " ");
    text.append(list(key.columns()));
    text.append(" → ").append(key.parent().sql());
    text.append(key.parentColumns().isEmpty() ? "" : " " + list(key.parentColumns()));
    if (!key.onDelete().equals("NO ACTION")) {
      text.append(" ON DELETE ").append(key.onDelete());
    }
    if (!key.onUpdate().equals("NO ACTION")) {
      text.append(" ON UPDATE ").append(key.onUpdate());
    }
    return text.append(key.deferred() ? " DEFERRED" : "").toString();
  }

  static String describe(Index index) {
    return (index.unique() ? "UNIQUE " : "")
        + "ON "
        + index.table().sql()
        + " "
        + parts(index.parts())
        + (index.where() == null ? "" : " WHERE " + index.where().canonical());
  }

  /** Returns names in parentheses. */
  public static String list(List<Name> names) {
    return names.stream().map(Name::sql).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String parts(List<KeyConstraint.Part> parts) {
    return parts.stream().map(Texts::part).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String part(KeyConstraint.Part part) {
    return part.expression().canonical()
        + (part.collation().equals("BINARY") ? "" : " COLLATE " + part.collation())
        + (part.descending() ? " DESC" : "");
  }
}
