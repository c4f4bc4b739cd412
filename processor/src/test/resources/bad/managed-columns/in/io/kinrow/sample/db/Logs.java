package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "logs",
    dialect = "SQLITE",
    entity = "Log",
    repository = "logs",
    columns = {
      @Column(name = "line", field = "LINE", property = "line"),
      @Column(name = "counter", field = "COUNTER", property = "counter")
    })
@SuppressWarnings("this-escape")
public class Logs extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, String> LINE =
      createField(DSL.name("line"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Long> COUNTER =
      createField(DSL.name("counter"), SQLDataType.BIGINT.nullable(false), this, "");

  public Logs() {
    super(DSL.name("logs"));
  }
}
