package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "records",
    dialect = "SQLITE",
    entity = "Record",
    repository = "dsl",
    columns = {
      @Column(name = "kin", field = "KIN", property = "kin"),
      @Column(name = "changes", field = "CHANGES", property = "changes"),
      @Column(name = "at", field = "AT", property = "at"),
      @Column(name = "other", field = "OTHER", property = "other", nullable = true),
      @Column(name = "that", field = "THAT", property = "that"),
      @Column(name = "values", field = "VALUES", property = "values"),
      @Column(name = "copy", field = "COPY", property = "copy"),
      @Column(name = "with_kin", field = "WITH_KIN", property = "withKin")
    },
    primaryKey = "kin")
@SuppressWarnings("this-escape")
public class Records_ extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> KIN =
      createField(DSL.name("kin"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, String> CHANGES =
      createField(DSL.name("changes"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> AT =
      createField(DSL.name("at"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> OTHER =
      createField(DSL.name("other"), SQLDataType.CLOB, this, "");
  public final TableField<Record, String> THAT =
      createField(DSL.name("that"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> VALUES =
      createField(DSL.name("values"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, Double> COPY =
      createField(DSL.name("copy"), SQLDataType.DOUBLE.nullable(false), this, "");
  public final TableField<Record, String> WITH_KIN =
      createField(DSL.name("with_kin"), SQLDataType.CLOB.nullable(false), this, "");

  public Records_() {
    super(DSL.name("records"));
  }
}
