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
    name = "list",
    dialect = "SQLITE",
    entity = "List",
    repository = "list",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "optional_id", field = "OPTIONAL_ID", property = "optionalId")
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = "optional_id",
          table = "optional",
          tableColumns = "id",
          one = "optional",
          many = "lists")
    })
@SuppressWarnings("this-escape")
public class List extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> OPTIONAL_ID =
      createField(DSL.name("optional_id"), SQLDataType.BIGINT.nullable(false), this, "");

  public List() {
    super(DSL.name("list"));
  }
}
