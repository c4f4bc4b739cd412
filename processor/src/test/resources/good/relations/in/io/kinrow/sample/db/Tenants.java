package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "tenants",
    dialect = "SQLITE",
    entity = "Tenant",
    repository = "tenants",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "code", field = "CODE", property = "code")
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = "code")
    })
@SuppressWarnings("this-escape")
public class Tenants extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> CODE =
      createField(DSL.name("code"), SQLDataType.CLOB.nullable(false), this, "");

  public Tenants() {
    super(DSL.name("tenants"));
  }
}
