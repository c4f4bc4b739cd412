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
    name = "drafts",
    dialect = "SQLITE",
    entity = "Draft",
    repository = "in",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "class", field = "CLASS", property = "class_"),
      @Column(name = "a`b\"c", field = "A_B_C", property = "abc"),
      @Column(name = "d*/e", field = "D_E", property = "de"),
      @Column(name = "f\\u{@code}", field = "F_U", property = "fu")
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = {"a`b\"c", "d*/e"}),
      @Key(columns = "f\\u{@code}")
    })
@SuppressWarnings("this-escape")
public class Drafts extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> CLASS =
      createField(DSL.name("class"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> A_B_C =
      createField(DSL.name("a`b\"c"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> D_E =
      createField(DSL.name("d*/e"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> F_U =
      createField(DSL.name("f\\u{@code}"), SQLDataType.CLOB.nullable(false), this, "");

  public Drafts() {
    super(DSL.name("drafts"));
  }
}
