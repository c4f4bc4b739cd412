package io.kinrow.blog.db.tables;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Action;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
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
      @Column(name = "follower_id", field = "FOLLOWER_ID", property = "followerId"),
      @Column(name = "followed_id", field = "FOLLOWED_ID", property = "followedId")
    },
    primaryKey = {"follower_id", "followed_id"},
    indexes = @Key(name = "followers_followed_id", columns = "followed_id"),
    references = {
      @Reference(
          columns = "followed_id",
          table = "users",
          tableColumns = "id",
          onDelete = Action.CASCADE,
          one = "followed",
          many = "followerRows",
          across = "followers"),
      @Reference(
          columns = "follower_id",
          table = "users",
          tableColumns = "id",
          onDelete = Action.CASCADE,
          one = "follower",
          many = "followedRows",
          across = "following")
    },
    join = true)
@SuppressWarnings("this-escape")
public class Followers extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> FOLLOWER_ID =
      createField(DSL.name("follower_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> FOLLOWED_ID =
      createField(DSL.name("followed_id"), SQLDataType.BIGINT.nullable(false), this, "");

  public Followers() {
    super(DSL.name("followers"));
  }
}
