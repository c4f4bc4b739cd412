package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "optional",
    dialect = "SQLITE",
    entity = "Optional",
    repository = "using",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "objects", field = "OBJECTS", property = "objects")
    },
    primaryKey = "id")
@SuppressWarnings("this-escape")
public class Optional extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> OBJECTS =
      createField(DSL.name("objects"), SQLDataType.CLOB.nullable(false), this, "");

  public Optional() {
    super(DSL.name("optional"));
  }
}
