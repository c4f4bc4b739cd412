package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "drafts",
    schema = "public",
    dialect = "POSTGRES",
    entity = "Draft",
    repository = "drafts",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "version", field = "VALUE", property = "version")
    },
    primaryKey = "id")
@SuppressWarnings("this-escape")
public class Drafts extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> VALUE =
      createField(DSL.name("version"), SQLDataType.BIGINT.nullable(false), this, "");

  public Drafts() {
    super(DSL.name("drafts"), DSL.schema(DSL.name("public")));
  }
}
