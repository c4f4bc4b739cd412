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
    name = "blobs",
    dialect = "SQLITE",
    entity = "Blob",
    repository = "blobs",
    columns = {
      @Column(name = "hash", field = "HASH", property = "hash"),
      @Column(name = "part", field = "PART", property = "part")
    },
    primaryKey = {"hash", "part"},
    references = {
      @Reference(
          columns = "hash",
          table = "hashes",
          tableColumns = "hash",
          one = "origin",
          many = "blobs")
    })
@SuppressWarnings("this-escape")
public class Blobs extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, byte[]> HASH =
      createField(DSL.name("hash"), SQLDataType.BLOB.nullable(false), this, "");
  public final TableField<Record, Integer> PART =
      createField(DSL.name("part"), SQLDataType.INTEGER.nullable(false), this, "");

  public Blobs() {
    super(DSL.name("blobs"));
  }
}
