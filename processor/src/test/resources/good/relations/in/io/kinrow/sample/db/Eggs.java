package io.kinrow.sample.db;

import io.kinrow.annotation.TableModel;
import io.kinrow.annotation.TableModel.Column;
import io.kinrow.annotation.TableModel.Reference;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableModel(
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
