package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "works",
    dialect = "SQLITE",
    entity = "Work",
    repository = "open",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "größe", field = "GRÖSSE", property = "größe"),
      @Column(name = "url", field = "URL", property = "url"),
      @Column(name = "Url", field = "URL_", property = "Url")
    },
    primaryKey = "id")
@SuppressWarnings("this-escape")
public class Works extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Double> GRÖSSE =
      createField(DSL.name("größe"), SQLDataType.DOUBLE.nullable(false), this, "");
  public final TableField<Record, String> URL =
      createField(DSL.name("url"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> URL_ =
      createField(DSL.name("Url"), SQLDataType.CLOB.nullable(false), this, "");

  public Works() {
    super(DSL.name("works"));
  }
}
