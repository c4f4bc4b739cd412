package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "pages",
    dialect = "SQLITE",
    entity = "Page",
    repository = "pages",
    columns = {
      @Column(name = "slug", field = "SLUG", property = "slug")
    },
    primaryKey = "slug")
@SuppressWarnings("this-escape")
public class Pages extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, String> SLUG =
      createField(DSL.name("slug"), SQLDataType.CLOB.nullable(false), this, "");

  public Pages() {
    super(DSL.name("pages"));
  }
}
