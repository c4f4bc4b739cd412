package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Reference;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "eggs",
    dialect = "SQLITE",
    entity = "Egg",
    repository = "eggs",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "chicken_id", field = "CHICKEN_ID", property = "chickenId")
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = "chicken_id",
          table = "chickens",
          tableColumns = "id",
          one = "layer",
          many = "eggs"),
      @Reference(
          columns = "chicken_id",
          table = "nowhere",
          tableColumns = "id",
          one = "lost",
          many = "losts")
    })
@SuppressWarnings("this-escape")
public class Eggs extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> CHICKEN_ID =
      createField(DSL.name("chicken_id"), SQLDataType.BIGINT.nullable(false), this, "");

  public Eggs() {
    super(DSL.name("eggs"));
  }
}
