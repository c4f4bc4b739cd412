package io.kinrow.blog.db.tables;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Action;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
import io.kinrow.runtime.internal.TableDescription.Reference;
import java.time.LocalDateTime;
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
      @Column(name = "id", field = "ID", property = "id", identity = true, exact = true),
      @Column(name = "body", field = "BODY", property = "body", converted = true),
      @Column(name = "created_at", field = "CREATED_AT", property = "createdAt", defaulted = true),
      @Column(name = "user_id", field = "USER_ID", property = "userId"),
      @Column(name = "reply_to_id", field = "REPLY_TO_ID", property = "replyToId", nullable = true)
    },
    primaryKey = "id",
    indexes = {
      @Key(name = "posts_reply_to_id", columns = "reply_to_id"),
      @Key(name = "posts_user_id", columns = "user_id")
    },
    references = {
      @Reference(
          columns = "reply_to_id",
          table = "posts",
          tableColumns = "id",
          onDelete = Action.SET_NULL,
          one = "replyTo",
          many = "replies"),
      @Reference(
          columns = "user_id",
          table = "users",
          tableColumns = "id",
          onDelete = Action.CASCADE,
          one = "author",
          many = "posts")
    })
@SuppressWarnings("this-escape")
public class Posts extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> BODY =
      createField(DSL.name("body"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, LocalDateTime> CREATED_AT =
      createField(DSL.name("created_at"), SQLDataType.LOCALDATETIME(0).nullable(false), this, "");
  public final TableField<Record, Long> USER_ID =
      createField(DSL.name("user_id"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Long> REPLY_TO_ID =
      createField(DSL.name("reply_to_id"), SQLDataType.BIGINT, this, "");

  public Posts() {
    super(DSL.name("posts"));
  }
}
