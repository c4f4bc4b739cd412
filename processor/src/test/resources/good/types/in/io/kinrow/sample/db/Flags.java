package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "flags",
    dialect = "SQLITE",
    entity = "Flag",
    repository = "flags",
    columns = {
      @Column(name = "id", field = "ID", property = "id"),
      @Column(name = "score", field = "SCORE", property = "score", nullable = true)
    },
    primaryKey = "id")
@SuppressWarnings("this-escape")
public class Flags extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Byte> ID =
      createField(DSL.name("id"), SQLDataType.TINYINT.nullable(false), this, "");
  public final TableField<Record, Double> SCORE =
      createField(DSL.name("score"), SQLDataType.DOUBLE, this, "");

  public Flags() {
    super(DSL.name("flags"));
  }
}
