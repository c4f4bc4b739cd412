package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.StorageFacts;
import io.kinrow.runtime.internal.TableDescription.Action;
import io.kinrow.runtime.internal.dialect.SqliteBinding;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;
import org.jspecify.annotations.Nullable;

/** The rest of SQLite's facts. */
final class SqliteFacts implements UnknownFacts {

  private final SqliteCatalogue catalogue;

  SqliteFacts(SqliteCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public boolean hasTriggers(TableDefinition table) {
    return info(table).triggers();
  }

  @Override
  public boolean isGenerated(ColumnDefinition column) {
    return info(column.getContainer()).columns().stream()
        .anyMatch(each -> each.name().equals(column.getInputName()) && each.generated());
  }

  @Override
  public StorageFacts storage(ColumnDefinition column) {
    SqliteTableInfo table = info(column.getContainer());
    return table.columns().stream()
        .filter(each -> each.name().equals(column.getInputName()))
        .findFirst()
        .map(each -> storage(table, each, column))
        .orElse(StorageFacts.PLAIN);
  }

  private static StorageFacts storage(
      SqliteTableInfo table, SqliteColumn column, ColumnDefinition definition) {
    boolean exact = table.isIdentity(column) || (table.strict() && column.isInteger());
    boolean numeric =
        table.kind() == SqliteTableInfo.Kind.TABLE && table.turnsTextIntoNumbers(column);
    boolean text = SqliteType.of(column.type()).isText();
    boolean decimal = definition.getType().getType().equalsIgnoreCase("DECIMAL");
    int scale = decimal ? definition.getType().getScale() : 0;
    return new StorageFacts(exact, numeric && text, scale, bind(definition.getType().getBinding()));
  }

  /** The user's own bindings write what they like. */
  private static String bind(@Nullable String binding) {
    return binding == null || binding.startsWith(SqliteBinding.class.getName()) ? "?" : "";
  }

  @Override
  public Action onDelete(ForeignKeyDefinition key) {
    return reference(key).onDelete();
  }

  @Override
  public Action onUpdate(ForeignKeyDefinition key) {
    return reference(key).onUpdate();
  }

  @Override
  public String name(UniqueKeyDefinition key) {
    return info(key.getTable()).indexes().stream()
        .filter(index -> index.created() && index.name().equals(key.getInputName()))
        .findFirst()
        .map(SqliteIndex::name)
        .orElse("");
  }

  @Override
  public String name(ForeignKeyDefinition key) {
    return "";
  }

  @Override
  public boolean isPlain(IndexDefinition index) {
    return true;
  }

  private SqliteReference reference(ForeignKeyDefinition key) {
    return catalogue.references(key.getTable().getInputName()).stream()
        .filter(reference -> reference.key().equals(key.getInputName()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unknown foreign key " + key));
  }

  private SqliteTableInfo info(TableDefinition table) {
    SqliteTableInfo info = catalogue.tables().get(table.getInputName());
    if (info == null) {
      throw new IllegalStateException("unknown table " + table);
    }
    return info;
  }
}
