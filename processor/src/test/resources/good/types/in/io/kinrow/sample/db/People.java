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
    name = "people",
    dialect = "SQLITE",
    entity = "Person",
    repository = "people",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "first", field = "FIRST", property = "first"),
      @Column(name = "full_name", field = "FULL_NAME", property = "fullName", generated = true),
      @Column(name = "initials", field = "INITIALS", property = "initials", generated = true, nullable = true)
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = "full_name")
    },
    triggers = true)
@SuppressWarnings("this-escape")
public class People extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> FIRST =
      createField(DSL.name("first"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> FULL_NAME =
      createField(DSL.name("full_name"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> INITIALS =
      createField(DSL.name("initials"), SQLDataType.CLOB, this, "");

  public People() {
    super(DSL.name("people"));
  }
}
