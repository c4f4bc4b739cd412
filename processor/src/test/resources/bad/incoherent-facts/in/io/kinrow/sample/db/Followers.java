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
    name = "followers",
    dialect = "SQLITE",
    entity = "Follower",
    repository = "followers",
    columns = {
      @Column(name = "a", field = "A", property = "a"),
      @Column(name = "b", field = "B", property = "b")
    },
    primaryKey = {"a", "b"},
    references = {
      @Reference(
          columns = {"a", "b"},
          table = "users",
          tableColumns = "id",
          one = "x",
          many = "y")
    },
    join = true)
@SuppressWarnings("this-escape")
public class Followers extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> A =
      createField(DSL.name("a"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> B =
      createField(DSL.name("b"), SQLDataType.BIGINT.nullable(false), this, "");

  public Followers() {
    super(DSL.name("followers"));
  }
}
