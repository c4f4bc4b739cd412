package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
import io.kinrow.runtime.internal.TableDescription.Reference;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "chickens",
    dialect = "SQLITE",
    entity = "Chicken",
    repository = "chickens",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "egg_id", field = "EGG_ID", property = "eggId", nullable = true)
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = "egg_id")
    },
    references = {
      @Reference(
          columns = "egg_id",
          table = "eggs",
          tableColumns = "id",
          unique = true,
          one = "egg",
          many = "chicken")
    })
@SuppressWarnings("this-escape")
public class Chickens extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> EGG_ID =
      createField(DSL.name("egg_id"), SQLDataType.BIGINT, this, "");

  public Chickens() {
    super(DSL.name("chickens"));
  }
}
