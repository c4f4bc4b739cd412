package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "files",
    dialect = "SQLITE",
    entity = "File",
    repository = "files",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "version", field = "VERSION", property = "version"),
      @Column(name = "changed", field = "CHANGED", property = "changed", nullable = true)
    },
    primaryKey = "id")
@SuppressWarnings("this-escape")
public class Files extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> VERSION =
      createField(DSL.name("version"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, OffsetDateTime> CHANGED =
      createField(DSL.name("changed"), SQLDataType.OFFSETDATETIME(0), this, "");

  public Files() {
    super(DSL.name("files"));
  }
}
