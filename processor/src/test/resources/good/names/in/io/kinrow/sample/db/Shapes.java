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
    name = "shapes",
    dialect = "SQLITE",
    entity = "Shape",
    repository = "known",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "known", field = "KNOWN", property = "known"),
      @Column(name = "a", field = "A", property = "a"),
      @Column(name = "b", field = "B", property = "b"),
      @Column(name = "a_and_b", field = "A_AND_B", property = "aAndB")
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = {"a", "b"}),
      @Key(columns = "a_and_b")
    })
@SuppressWarnings("this-escape")
public class Shapes extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Integer> ID =
      createField(DSL.name("id"), SQLDataType.INTEGER.nullable(false).identity(true), this, "");
  public final TableField<Record, String> KNOWN =
      createField(DSL.name("known"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> A =
      createField(DSL.name("a"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> B =
      createField(DSL.name("b"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> A_AND_B =
      createField(DSL.name("a_and_b"), SQLDataType.CLOB.nullable(false), this, "");

  public Shapes() {
    super(DSL.name("shapes"));
  }
}
