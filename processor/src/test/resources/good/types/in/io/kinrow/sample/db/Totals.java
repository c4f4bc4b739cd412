package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "totals",
    dialect = "SQLITE",
    kind = Kind.VIEW,
    entity = "Total",
    repository = "totals",
    columns = {
      @Column(name = "day", field = "DAY", property = "day"),
      @Column(name = "amount", field = "AMOUNT", property = "amount", nullable = true)
    })
@SuppressWarnings("this-escape")
public class Totals extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, LocalDate> DAY =
      createField(DSL.name("day"), SQLDataType.LOCALDATE.nullable(false), this, "");
  public final TableField<Record, BigDecimal> AMOUNT =
      createField(DSL.name("amount"), SQLDataType.NUMERIC(10, 2), this, "");

  public Totals() {
    super(DSL.name("totals"));
  }
}
