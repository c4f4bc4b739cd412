package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Reference;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "query",
    dialect = "SQLITE",
    entity = "Query",
    repository = "close",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "set", field = "SET", property = "set"),
      @Column(name = "value", field = "VALUE", property = "value"),
      @Column(name = "columns", field = "COLUMNS", property = "columns"),
      @Column(name = "find_by", field = "FIND_BY", property = "findBy"),
      @Column(name = "column", field = "COLUMN", property = "column", nullable = true)
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = "value",
          table = "shapes",
          tableColumns = "id",
          one = "shape",
          many = "queries")
    })
@SuppressWarnings("this-escape")
public class Query extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> SET =
      createField(DSL.name("set"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Integer> VALUE =
      createField(DSL.name("value"), SQLDataType.INTEGER.nullable(false), this, "");
  public final TableField<Record, String> COLUMNS =
      createField(DSL.name("columns"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> FIND_BY =
      createField(DSL.name("find_by"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> COLUMN =
      createField(DSL.name("column"), SQLDataType.CLOB, this, "");

  public Query() {
    super(DSL.name("query"));
  }
}
