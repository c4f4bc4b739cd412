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
    name = "projects",
    dialect = "SQLITE",
    entity = "Project",
    repository = "projects",
    columns = {
      @Column(name = "tenant_id", field = "TENANT_ID", property = "tenantId"),
      @Column(name = "number", field = "NUMBER", property = "number"),
      @Column(name = "owner_id", field = "OWNER_ID", property = "ownerId"),
      @Column(name = "deputy_id", field = "DEPUTY_ID", property = "deputyId", nullable = true),
      @Column(name = "lead_badge", field = "LEAD_BADGE", property = "leadBadge")
    },
    primaryKey = {"tenant_id", "number"},
    references = {
      @Reference(
          columns = "tenant_id",
          table = "tenants",
          tableColumns = "id",
          one = "tenant",
          many = "projects"),
      @Reference(
          columns = "owner_id",
          table = "people",
          tableColumns = "id",
          one = "owner",
          many = "ownedProjects"),
      @Reference(
          columns = "deputy_id",
          table = "people",
          tableColumns = "id",
          one = "deputy",
          many = "deputyProjects"),
      @Reference(
          columns = "lead_badge",
          table = "people",
          tableColumns = "badge",
          one = "lead",
          many = "ledProjects")
    })
@SuppressWarnings("this-escape")
public class Projects extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> TENANT_ID =
      createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Integer> NUMBER =
      createField(DSL.name("number"), SQLDataType.INTEGER.nullable(false), this, "");
  public final TableField<Record, Long> OWNER_ID =
      createField(DSL.name("owner_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> DEPUTY_ID =
      createField(DSL.name("deputy_id"), SQLDataType.BIGINT, this, "");
  public final TableField<Record, String> LEAD_BADGE =
      createField(DSL.name("lead_badge"), SQLDataType.CLOB.nullable(false), this, "");

  public Projects() {
    super(DSL.name("projects"));
  }
}
