package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "users",
    dialect = "SQLITE",
    entity = "User",
    repository = "users",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "name", field = "NAME", property = "name"),
      @Column(name = "version", field = "VERSION", property = "version", defaulted = true)
    },
    primaryKey = "id")
@SuppressWarnings("this-escape")
public class Users extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> NAME =
      createField(DSL.name("name"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Integer> VERSION =
      createField(DSL.name("version"), SQLDataType.INTEGER.nullable(false), this, "");

  public Users() {
    super(DSL.name("users"));
  }
}
