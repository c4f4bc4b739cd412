package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "sums",
    dialect = "SQLITE",
    kind = TableDescription.Kind.VIEW,
    entity = "Sum",
    repository = "sums",
    columns = {
      @Column(name = "id", field = "ID", property = "id", nullable = true),
      @Column(name = "edition", field = "EDITION", property = "edition", nullable = true)
    })
@SuppressWarnings("this-escape")
public class Sums extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT, this, "");
  public final TableField<Record, Long> EDITION =
      createField(DSL.name("edition"), SQLDataType.BIGINT, this, "");

  public Sums() {
    super(DSL.name("sums"));
  }
}
