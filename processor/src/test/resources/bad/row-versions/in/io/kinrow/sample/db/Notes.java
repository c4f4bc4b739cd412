package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "notes",
    schema = "public",
    dialect = "POSTGRES",
    entity = "Note",
    repository = "notes",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "size", field = "VALUE", property = "size")
    },
    primaryKey = "id",
    partitioned = true)
@SuppressWarnings("this-escape")
public class Notes extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> VALUE =
      createField(DSL.name("size"), SQLDataType.BIGINT.nullable(false), this, "");

  public Notes() {
    super(DSL.name("notes"), DSL.schema(DSL.name("public")));
  }
}
