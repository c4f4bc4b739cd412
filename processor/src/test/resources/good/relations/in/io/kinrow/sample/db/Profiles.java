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
    name = "profiles",
    dialect = "SQLITE",
    entity = "Profile",
    repository = "profiles",
    columns = {
      @Column(name = "user_id", field = "USER_ID", property = "userId", identity = true),
      @Column(name = "bio", field = "BIO", property = "bio", nullable = true)
    },
    primaryKey = "user_id",
    references = {
      @Reference(
          columns = "user_id",
          table = "people",
          tableColumns = "id",
          unique = true,
          one = "person",
          many = "profile")
    })
@SuppressWarnings("this-escape")
public class Profiles extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, Long> USER_ID =
      createField(DSL.name("user_id"), SQLDataType.BIGINT.nullable(false).identity(true), this, "");
  public final TableField<Record, String> BIO =
      createField(DSL.name("bio"), SQLDataType.CLOB, this, "");

  public Profiles() {
    super(DSL.name("profiles"));
  }
}
