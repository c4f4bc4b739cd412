package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
import io.kinrow.runtime.internal.TableDescription.Reference;
import java.time.LocalDateTime;
import java.util.UUID;
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
      @Column(name = "at", field = "AT", property = "at"),
      @Column(name = "thing_id", field = "THING_ID", property = "thingId"),
      @Column(name = "text", field = "TEXT", property = "text", nullable = true)
    },
    uniqueKeys = {
      @Key(columns = "text")
    },
    references = {
      @Reference(
          columns = "thing_id",
          table = "things",
          tableColumns = "id",
          one = "thing",
          many = "logs")
    })
@SuppressWarnings("this-escape")
public class Logs extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, LocalDateTime> AT =
      createField(DSL.name("at"), SQLDataType.LOCALDATETIME(0).nullable(false), this, "");
  public final TableField<Record, UUID> THING_ID =
      createField(DSL.name("thing_id"), SQLDataType.UUID.nullable(false), this, "");
  public final TableField<Record, String> TEXT =
      createField(DSL.name("text"), SQLDataType.CLOB, this, "");

  public Logs() {
    super(DSL.name("logs"));
  }
}
