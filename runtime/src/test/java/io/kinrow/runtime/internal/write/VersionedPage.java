package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.ManagedColumn;
import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.run.Row;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/** A row of {@code pages}, with a version and the time of its last write. */
record VersionedPage(
    long id,
    String body,
    @Nullable Short version,
    @Nullable LocalDateTime changed,
    Changes changes,
    Kin kin) {

  static final TableSql<VersionedPage> SQL = new TableSql<>(new Mapping(), "", "", "", "");

  /** What jOOQ's code generator would write. */
  static final class Pages extends TableImpl<Record> {
    private static final long serialVersionUID = 1;

    final TableField<Record, Long> id =
        createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<Record, String> body =
        createField(DSL.name("body"), SQLDataType.CLOB.nullable(false), this);
    final TableField<Record, Short> version =
        createField(DSL.name("version"), SQLDataType.SMALLINT, this);
    final TableField<Record, LocalDateTime> changed =
        createField(DSL.name("changed"), SQLDataType.LOCALDATETIME(3), this);

    Pages() {
      super(DSL.name("pages"));
    }
  }

  static final Pages PAGES = new Pages();

  VersionedPage withBody(String other) {
    return new VersionedPage(id, other, version, changed, changes.with(1), kin);
  }

  /** A row to be inserted. */
  static final class NewPage extends Draft {

    NewPage(long id, String body) {
      super(SQL);
      set(0, id);
      set(1, body);
    }
  }

  private static final class Mapping extends EntityMapping<VersionedPage> {

    Mapping() {
      super(
          new TableInfo(
              "",
              "VersionedPage",
              "pages",
              List.of("id", "body", "version", "changed"),
              new int[] {0},
              new int[0][],
              0),
          ManagedColumn.of(Role.VERSION, 2),
          ManagedColumn.of(Role.UPDATED_AT, 3));
    }

    @Override
    public Table<?> table() {
      return PAGES;
    }

    @Override
    protected VersionedPage read(Row row, Kin kin) throws SQLException {
      kin.next();
      return new VersionedPage(
          row.longAt(1),
          row.stringAt(2),
          row.shortOrNull(3),
          row.dateTimeOrNull(4),
          Changes.NONE,
          kin);
    }

    @Override
    public @Nullable Object value(VersionedPage page, int column) {
      return switch (column) {
        case 0 -> page.id;
        case 1 -> page.body;
        case 2 -> page.version;
        case 3 -> page.changed;
        default -> throw new IndexOutOfBoundsException(column);
      };
    }

    @Override
    public Changes changes(VersionedPage page) {
      return page.changes;
    }

    @Override
    public VersionedPage stored(VersionedPage page) {
      throw new AssertionError("the row is read back");
    }

    @Override
    public boolean converted(int column) {
      return false;
    }

    @Override
    public boolean triggers() {
      return false;
    }

    @Override
    public boolean computed() {
      return false;
    }

    @Override
    protected Object readSlot(Row row, int slot, int position) {
      throw new IndexOutOfBoundsException(slot);
    }

    @Override
    public Class<?>[] slotTypes(int slot) {
      throw new IndexOutOfBoundsException(slot);
    }
  }
}
