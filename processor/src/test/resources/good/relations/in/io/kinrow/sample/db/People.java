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
    name = "people",
    dialect = "SQLITE",
    entity = "Person",
    repository = "people",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "tenant_code", field = "TENANT_CODE", property = "tenantCode"),
      @Column(name = "boss_id", field = "BOSS_ID", property = "bossId", nullable = true),
      @Column(name = "badge", field = "BADGE", property = "badge", nullable = true)
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = "badge")
    },
    indexes = {
      @Key(columns = {"tenant_code", "boss_id"})
    },
    references = {
      @Reference(
          columns = "tenant_code",
          table = "tenants",
          tableColumns = "code",
          one = "tenant",
          many = "people"),
      @Reference(
          columns = "boss_id",
          table = "people",
          tableColumns = "id",
          one = "boss",
          many = "reports")
    })
@SuppressWarnings("this-escape")
public class People extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> TENANT_CODE =
      createField(DSL.name("tenant_code"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Long> BOSS_ID =
      createField(DSL.name("boss_id"), SQLDataType.BIGINT, this, "");
  public final TableField<Record, String> BADGE =
      createField(DSL.name("badge"), SQLDataType.CLOB, this, "");

  public People() {
    super(DSL.name("people"));
  }
}
