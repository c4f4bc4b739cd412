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
    name = "bills",
    dialect = "SQLITE",
    entity = "Bill",
    repository = "bills",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "tenant_id", field = "TENANT_ID", property = "tenantId"),
      @Column(name = "project_number", field = "PROJECT_NUMBER", property = "projectNumber"),
      @Column(name = "other_number", field = "OTHER_NUMBER", property = "otherNumber", nullable = true)
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = {"tenant_id", "project_number"},
          table = "projects",
          tableColumns = {"tenant_id", "number"},
          one = "project",
          many = "bills"),
      @Reference(
          columns = {"tenant_id", "other_number"},
          table = "projects",
          tableColumns = {"tenant_id", "number"},
          one = "other",
          many = "otherBills"),
      @Reference(
          columns = "tenant_id",
          table = "tenants",
          tableColumns = "id",
          one = "tenant",
          many = "bills")
    })
@SuppressWarnings("this-escape")
public class Bills extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> TENANT_ID =
      createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Integer> PROJECT_NUMBER =
      createField(DSL.name("project_number"), SQLDataType.INTEGER.nullable(false), this, "");
  public final TableField<Record, Integer> OTHER_NUMBER =
      createField(DSL.name("other_number"), SQLDataType.INTEGER, this, "");

  public Bills() {
    super(DSL.name("bills"));
  }
}
