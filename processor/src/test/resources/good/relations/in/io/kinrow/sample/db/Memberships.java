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
    name = "memberships",
    dialect = "SQLITE",
    entity = "Membership",
    repository = "memberships",
    columns = {
      @Column(name = "person_id", field = "PERSON_ID", property = "personId"),
      @Column(name = "tenant_id", field = "TENANT_ID", property = "tenantId"),
      @Column(name = "number", field = "NUMBER", property = "number")
    },
    primaryKey = {"person_id", "tenant_id", "number"},
    references = {
      @Reference(
          columns = "person_id",
          table = "people",
          tableColumns = "id",
          one = "person",
          many = "memberships",
          across = "projects"),
      @Reference(
          columns = {"tenant_id", "number"},
          table = "projects",
          tableColumns = {"tenant_id", "number"},
          one = "project",
          many = "memberships",
          across = "members")
    },
    join = true)
@SuppressWarnings("this-escape")
public class Memberships extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> PERSON_ID =
      createField(DSL.name("person_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> TENANT_ID =
      createField(DSL.name("tenant_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Integer> NUMBER =
      createField(DSL.name("number"), SQLDataType.INTEGER.nullable(false), this, "");

  public Memberships() {
    super(DSL.name("memberships"));
  }
}
