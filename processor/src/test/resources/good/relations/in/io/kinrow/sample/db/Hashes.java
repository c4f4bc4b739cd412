package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "hashes",
    dialect = "SQLITE",
    entity = "Hash",
    repository = "hashes",
    columns = {
      @Column(name = "hash", field = "HASH", property = "hash")
    },
    primaryKey = "hash")
@SuppressWarnings("this-escape")
public class Hashes extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, byte[]> HASH =
      createField(DSL.name("hash"), SQLDataType.BLOB.nullable(false), this, "");

  public Hashes() {
    super(DSL.name("hashes"));
  }
}
