package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
import io.kinrow.runtime.internal.TableDescription.Reference;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "strings",
    dialect = "SQLITE",
    entity = "String",
    repository = "scope",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "key", field = "KEY", property = "key"),
      @Column(name = "row", field = "ROW", property = "row"),
      @Column(name = "scope", field = "SCOPE", property = "scope"),
      @Column(name = "record_id", field = "RECORD_ID", property = "recordId"),
      @Column(name = "strings_count", field = "STRINGS_COUNT", property = "childrenCount"),
      @Column(name = "query_children", field = "QUERY_CHILDREN", property = "queryChildren"),
      @Column(name = "parent_id", field = "PARENT_ID", property = "parentId", nullable = true)
    },
    primaryKey = {"id", "row"},
    uniqueKeys = {
      @Key(columns = {"row", "scope"})
    },
    references = {
      @Reference(
          columns = "record_id",
          table = "records",
          tableColumns = "kin",
          one = "in",
          many = "strings"),
      @Reference(
          columns = {"parent_id", "row"},
          table = "strings",
          tableColumns = {"id", "row"},
          one = "parent",
          many = "children")
    })
@SuppressWarnings("this-escape")
public class Strings extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> KEY =
      createField(DSL.name("key"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Integer> ROW =
      createField(DSL.name("row"), SQLDataType.INTEGER.nullable(false), this, "");
  public final TableField<Record, String> SCOPE =
      createField(DSL.name("scope"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Long> RECORD_ID =
      createField(DSL.name("record_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> STRINGS_COUNT =
      createField(DSL.name("strings_count"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, String> QUERY_CHILDREN =
      createField(DSL.name("query_children"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Long> PARENT_ID =
      createField(DSL.name("parent_id"), SQLDataType.BIGINT, this, "");

  public Strings() {
    super(DSL.name("strings"));
  }
}
