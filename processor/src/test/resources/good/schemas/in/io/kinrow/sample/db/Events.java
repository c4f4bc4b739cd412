package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Reference;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "events",
    schema = "audit",
    dialect = "POSTGRES",
    entity = "Event",
    repository = "events",
    columns = {
      @Column(name = "id", field = "ID", property = "id", defaulted = true),
      @Column(name = "user_id", field = "USER_ID", property = "userId"),
      @Column(name = "hidden_id", field = "HIDDEN_ID", property = "hiddenId", nullable = true)
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = "user_id",
          table = "users",
          tableSchema = "public",
          tableColumns = "id",
          one = "user",
          many = "events"),
      @Reference(
          columns = "hidden_id",
          table = "secrets",
          tableSchema = "audit",
          tableColumns = "id",
          one = "secret",
          many = "events")
    })
@SuppressWarnings("this-escape")
public class Events extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, UUID> ID =
      createField(DSL.name("id"), SQLDataType.UUID.nullable(false), this, "");
  public final TableField<Record, Long> USER_ID =
      createField(DSL.name("user_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> HIDDEN_ID =
      createField(DSL.name("hidden_id"), SQLDataType.BIGINT, this, "");

  public Events() {
    super(DSL.name("events"), DSL.schema(DSL.name("audit")));
  }
}
