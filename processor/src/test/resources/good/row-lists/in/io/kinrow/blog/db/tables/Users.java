package io.kinrow.blog.db.tables;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
import java.time.LocalDateTime;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "users",
    dialect = "SQLITE",
    entity = "User",
    repository = "users",
    columns = {
      @Column(name = "id", field = "ID", property = "id", identity = true, exact = true),
      @Column(name = "nickname", field = "NICKNAME", property = "nickname"),
      @Column(name = "email", field = "EMAIL", property = "email"),
      @Column(name = "about_me", field = "ABOUT_ME", property = "aboutMe", nullable = true),
      @Column(name = "last_seen", field = "LAST_SEEN", property = "lastSeen", nullable = true)
    },
    primaryKey = "id",
    uniqueKeys = {@Key(columns = "nickname"), @Key(name = "users_email", columns = "email")})
@SuppressWarnings("this-escape")
public class Users extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> ID =
      createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> NICKNAME =
      createField(DSL.name("nickname"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> EMAIL =
      createField(DSL.name("email"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, String> ABOUT_ME =
      createField(DSL.name("about_me"), SQLDataType.CLOB, this, "");
  public final TableField<Record, LocalDateTime> LAST_SEEN =
      createField(DSL.name("last_seen"), SQLDataType.LOCALDATETIME(0), this, "");

  public Users() {
    super(DSL.name("users"));
  }
}
