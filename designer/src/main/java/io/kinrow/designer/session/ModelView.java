package io.kinrow.designer.session;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Check;
import io.kinrow.migrate.catalog.Column;
import io.kinrow.migrate.catalog.ForeignKey;
import io.kinrow.migrate.catalog.Index;
import io.kinrow.migrate.catalog.KeyConstraint;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.edit.DesiredSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says for the page what a schema has: all that can be changed there, and the rest as SQL. */
final class ModelView {

  private final Catalog catalog;
  private final Optional<DesiredSql> text;

  private ModelView(Catalog catalog, Optional<DesiredSql> text) {
    this.catalog = catalog;
    this.text = text;
  }

  /** Returns a schema's tables, views and triggers as plain values. */
  static Map<String, Object> of(DesignDraft draft) {
    Catalog catalog = draft.catalog();
    ModelView view = new ModelView(catalog, draft.sql());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tables", catalog.tables().stream().map(view::table).toList());
    fields.put("views", catalog.views().stream().map(view::view).toList());
    fields.put("triggers", catalog.triggers().stream().map(view::trigger).toList());
    return fields;
  }

  private Map<String, Object> table(Table table) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", table.name().text());
    fields.put(
        "comment",
        text.filter(sql -> !table.isVirtual())
            .map(sql -> sql.comment(table.name().text()))
            .orElse(""));
    fields.put("virtual", table.isVirtual());
    Map<Name, String> comments =
        text.filter(sql -> !table.isVirtual())
            .map(sql -> sql.columnComments(table.name().text()))
            .orElse(Map.of());
    fields.put(
        "columns",
        table.columns().stream()
            .map(column -> column(column, comments.getOrDefault(column.name(), "")))
            .toList());
    fields.put("primaryKey", primaryKey(table));
    fields.put("uniques", table.uniqueKeys().stream().map(ModelView::names).toList());
    fields.put("foreignKeys", table.foreignKeys().stream().map(ModelView::foreignKey).toList());
    fields.put("indexes", table.indexes().stream().map(index -> index(table, index)).toList());
    fields.put("checks", table.checks().stream().map(ModelView::check).toList());
    fields.put("sql", catalog.sql(table));
    return fields;
  }

  private static Map<String, Object> column(Column column, String comment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", column.name().text());
    fields.put("type", column.type());
    fields.put("nullable", !column.notNull());
    fields.put("default", column.defaultValue() == null ? null : column.defaultValue().text());
    fields.put(
        "generated",
        column.generation() == null
            ? null
            : Objects.requireNonNull(column.generation()).expression().text());
    fields.put("comment", comment);
    return fields;
  }

  private static List<String> primaryKey(Table table) {
    if (table.rowidColumn() != null) {
      return List.of(Objects.requireNonNull(table.rowidColumn()).text());
    }
    return table.primaryKey() == null ? List.of() : names(table.primaryKey());
  }

  private static List<String> names(@Nullable KeyConstraint key) {
    return Objects.requireNonNull(key).columns().stream()
        .map(part -> part.expression().text())
        .toList();
  }

  private static Map<String, Object> foreignKey(ForeignKey key) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("columns", texts(key.columns()));
    fields.put("parent", key.parent().text());
    fields.put("parentColumns", texts(key.parentColumns()));
    fields.put("onDelete", key.onDelete());
    fields.put("onUpdate", key.onUpdate());
    return fields;
  }

  private static List<String> texts(List<Name> names) {
    return names.stream().map(Name::text).toList();
  }

  private Map<String, Object> index(Table table, Index index) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", index.name().text());
    fields.put("unique", index.unique());
    fields.put("columns", index.parts().stream().map(part -> part.expression().text()).toList());
    fields.put(
        "plain", index.where() == null && index.parts().stream().allMatch(p -> plain(table, p)));
    fields.put("sql", catalog.sql(index));
    return fields;
  }

  private static boolean plain(Table table, KeyConstraint.Part part) {
    return !part.descending()
        && table
            .column(new Name(part.expression().text()))
            .filter(column -> column.collation().equalsIgnoreCase(part.collation()))
            .isPresent();
  }

  private static Map<String, Object> check(Check check) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", check.name() == null ? "" : check.name().text());
    fields.put("sql", check.expression().text());
    return fields;
  }

  private Map<String, Object> view(View view) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", view.name().text());
    fields.put("sql", catalog.sql(view));
    return fields;
  }

  private Map<String, Object> trigger(Trigger trigger) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", trigger.name().text());
    fields.put("table", trigger.table().text());
    fields.put("sql", catalog.sql(trigger));
    return fields;
  }
}
