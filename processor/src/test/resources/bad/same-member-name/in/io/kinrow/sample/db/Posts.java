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
    name = "posts",
    dialect = "SQLITE",
    entity = "Post",
    repository = "posts",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true),
      @Column(name = "user_id", field = "USER_ID", property = "userId")
    },
    primaryKey = "id",
    references = {
      @Reference(
          columns = "user_id",
          table = "users",
          tableColumns = "id",
          one = "author",
          many = "posts")
    })
@SuppressWarnings("this-escape")
public class Posts extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, Long> USER_ID =
      createField(DSL.name("user_id"), SQLDataType.BIGINT.nullable(false), this, "");

  public Posts() {
    super(DSL.name("posts"));
  }
}
