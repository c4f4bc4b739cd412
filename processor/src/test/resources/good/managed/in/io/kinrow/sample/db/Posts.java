package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Reference;
import java.time.LocalDateTime;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "posts",
    dialect = "SQLITE",
    entity = "Post",
    repository = "posts",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "body", field = "BODY", property = "body"),
      @Column(name = "created_at", field = "CREATED_AT", property = "createdAt"),
      @Column(name = "updated_at", field = "UPDATED_AT", property = "updatedAt"),
      @Column(name = "created_by", field = "CREATED_BY", property = "createdBy"),
      @Column(name = "updated_by", field = "UPDATED_BY", property = "updatedBy", nullable = true),
      @Column(name = "version", field = "VERSION", property = "version")
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = "created_by",
          table = "users",
          tableColumns = "id",
          one = "creator",
          many = "posts")
    })
@SuppressWarnings("this-escape")
public class Posts extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> BODY =
      createField(DSL.name("body"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, LocalDateTime> CREATED_AT =
      createField(DSL.name("created_at"), SQLDataType.LOCALDATETIME(0).nullable(false), this, "");
  public final TableField<Record, Long> UPDATED_AT =
      createField(DSL.name("updated_at"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> CREATED_BY =
      createField(DSL.name("created_by"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> UPDATED_BY =
      createField(DSL.name("updated_by"), SQLDataType.BIGINT, this, "");
  public final TableField<Record, Long> VERSION =
      createField(DSL.name("version"), SQLDataType.BIGINT.nullable(false), this, "");

  public Posts() {
    super(DSL.name("posts"));
  }
}
