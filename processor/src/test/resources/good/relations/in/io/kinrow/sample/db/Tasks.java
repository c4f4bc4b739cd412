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
    name = "tasks",
    dialect = "SQLITE",
    entity = "Task",
    repository = "tasks",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "tenant_id", field = "TENANT_ID", property = "tenantId"),
      @Column(name = "title", field = "TITLE", property = "title"),
      @Column(name = "project_number", field = "PROJECT_NUMBER", property = "projectNumber"),
      @Column(name = "parent_tenant_id", field = "PARENT_TENANT_ID", property = "parentTenantId", nullable = true),
      @Column(name = "parent_number", field = "PARENT_NUMBER", property = "parentNumber", nullable = true)
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = {"tenant_id", "project_number", "title"})
    },
    references = {
      @Reference(
          columns = {"tenant_id", "project_number"},
          table = "projects",
          tableColumns = {"tenant_id", "number"},
          one = "project",
          many = "tasks"),
      @Reference(
          columns = {"parent_tenant_id", "parent_number"},
          table = "projects",
          tableColumns = {"tenant_id", "number"},
          one = "parent",
          many = "children")
    })
@SuppressWarnings("this-escape")
public class Tasks extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> TENANT_ID =
      createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, String> TITLE =
      createField(DSL.name("title"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Integer> PROJECT_NUMBER =
      createField(DSL.name("project_number"), SQLDataType.INTEGER.nullable(false), this, "");
  public final TableField<Record, Long> PARENT_TENANT_ID =
      createField(DSL.name("parent_tenant_id"), SQLDataType.BIGINT, this, "");
  public final TableField<Record, Integer> PARENT_NUMBER =
      createField(DSL.name("parent_number"), SQLDataType.INTEGER, this, "");

  public Tasks() {
    super(DSL.name("tasks"));
  }
}
