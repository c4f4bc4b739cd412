package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "user_repository",
    dialect = "SQLITE",
    entity = "UserRepository",
    repository = "user_repository",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true)
    },
    primaryKey = "id")
@SuppressWarnings("this-escape")
public class UserRepository extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");

  public UserRepository() {
    super(DSL.name("user_repository"));
  }
}
