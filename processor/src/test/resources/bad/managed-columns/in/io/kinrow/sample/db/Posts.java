package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Reference;
import java.math.BigDecimal;
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
      @Column(name = "touched_at", field = "TOUCHED_AT", property = "touchedAt"),
      @Column(name = "size", field = "SIZE", property = "size", generated = true),
      @Column(name = "author", field = "AUTHOR", property = "author"),
      @Column(name = "total", field = "TOTAL", property = "total"),
      @Column(name = "version", field = "VERSION", property = "version", converted = true)
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = "author",
          table = "users",
          tableColumns = "id",
          one = "writer",
          many = "posts")
    })
@SuppressWarnings("this-escape")
public class Posts extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> BODY =
      createField(DSL.name("body"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Long> CREATED_AT =
      createField(DSL.name("created_at"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, String> TOUCHED_AT =
      createField(DSL.name("touched_at"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Long> SIZE =
      createField(DSL.name("size"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> AUTHOR =
      createField(DSL.name("author"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, BigDecimal> TOTAL =
      createField(DSL.name("total"), SQLDataType.DECIMAL.nullable(false), this, "");
  public final TableField<Record, Long> VERSION =
      createField(DSL.name("version"), SQLDataType.BIGINT.nullable(false), this, "");

  public Posts() {
    super(DSL.name("posts"));
  }
}
