package io.kinrow.runtime.internal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.fixture.Postgres;
import io.kinrow.runtime.internal.entity.Changes;
import io.kinrow.runtime.internal.entity.EntityMapping;
import io.kinrow.runtime.internal.entity.JoinTable;
import io.kinrow.runtime.internal.entity.KeyQuery;
import io.kinrow.runtime.internal.entity.Kin;
import io.kinrow.runtime.internal.entity.Relation;
import io.kinrow.runtime.internal.entity.TableSql;
import io.kinrow.runtime.internal.run.Row;
import io.kinrow.runtime.internal.sql.Core;
import io.kinrow.runtime.internal.sql.RootScope;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Links between rows whose keys have all sorts of types. */
class LinkWritesTest {

  @RegisterExtension static final Postgres POSTGRES = new Postgres();

  @TempDir Path folder;

  /** A table of columns with one name and a number each. */
  private static final class Numbered extends TableImpl<Record> {
    private static final long serialVersionUID = 1;

    private Numbered(String name, List<DataType<?>> types) {
      super(DSL.name(name));
      for (int i = 0; i < types.size(); i++) {
        createField(DSL.name("c" + i), types.get(i), this);
      }
    }
  }

  /** Rows that are nothing but their key. */
  private static final class Keys extends EntityMapping<List<Object>> {

    private final Table<?> table;

    private Keys(String name, List<DataType<?>> types) {
      super(
          new TableInfo(
              "",
              name,
              name,
              IntStream.range(0, types.size()).mapToObj(i -> "c" + i).toList(),
              IntStream.range(0, types.size()).toArray(),
              new int[][] {IntStream.range(0, types.size()).toArray()},
              1));
      this.table = new Numbered(name, types);
    }

    @Override
    public Table<?> table() {
      return table;
    }

    @Override
    protected List<Object> read(Row row, Kin kin) throws SQLException {
      kin.next();
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < info().columns().size(); i++) {
        values.add(row.valueOrNull(i + 1, field(i)));
      }
      return values;
    }

    @Override
    public @Nullable Object value(List<Object> entity, int column) {
      return entity.get(column);
    }

    @Override
    public Changes changes(List<Object> entity) {
      return Changes.NONE;
    }

    @Override
    public List<Object> stored(List<Object> entity) {
      return entity;
    }

    @Override
    public boolean converted(int column) {
      return true;
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
    protected Object readSlot(Row row, int slot, int position) throws SQLException {
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < info().columns().size(); i++) {
        values.add(row.valueOrNull(position + i, field(i)));
      }
      return values.size() == 1 ? values.get(0) : values;
    }

    @Override
    public Class<?>[] slotTypes(int slot) {
      return fieldList().stream().map(Field::getType).toArray(Class<?>[]::new);
    }
  }

  private record Type(String sql, DataType<?> jooq) {}

  private static final Type TEXT = new Type("text", SQLDataType.CLOB);
  private static final Type WHOLE = new Type("bigint", SQLDataType.BIGINT);

  /** Writes links between rows of these three keys, the first of which they start from. */
  private void links(String url, List<Type> types, List<List<Object>> keys) throws SQLException {
    List<DataType<?>> jooq = types.stream().<DataType<?>>map(Type::jooq).toList();
    List<DataType<?>> both = new ArrayList<>(jooq);
    both.addAll(jooq);
    int width = types.size();
    Table<?> join = new Numbered("links", both);
    Keys nodes = new Keys("nodes", jooq);
    JoinTable<List<Object>, List<Object>> across =
        JoinTable.of(
            Relation.from(nodes, 0)
                .to(() -> nodes, 0)
                .named("links")
                .through(() -> join, names(0, width), names(width, width))
                .many("", ""));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        Core core = Core.open(url)) {
      create(statement, types);
      RootScope scope = new RootScope(core);
      for (List<Object> key : keys) {
        Draft draft = new Draft(new TableSql<>(nodes, "", "", "", "")) {};
        for (int i = 0; i < width; i++) {
          draft.set(i, key.get(i));
        }
        Runs.each(
            List.of(draft),
            columns -> 1,
            (drafts, columns) -> new BatchInsert(scope, nodes).send(drafts, columns));
      }
      List<@Nullable Object[]> all = keys.stream().map(List::toArray).toList();
      LinkWrites<?> links = new LinkWrites<>(scope, across, all.get(0));
      assertThat(links.add(all.subList(0, 2))).isEqualTo(2);
      assertThat(links.add(all)).isEqualTo(1);
      assertThat(count(statement)).isEqualTo(3);
      assertThat(links.remove(List.of(all.get(1), all.get(1)))).isEqualTo(1);
      links.set(all.subList(1, 3));
      assertThat(count(statement)).isEqualTo(2);
      assertThat(links.add(all.subList(1, 3))).isZero();
      assertThat(links.add(all.subList(0, 1))).isEqualTo(1);
      links.set(all.subList(2, 3));
      assertThat(count(statement)).isEqualTo(1);
      assertThat(links.remove(all)).isEqualTo(1);
      assertThatThrownBy(() -> new LinkWrites<>(scope, across, new @Nullable Object[width]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("whose c0 is NULL cannot be linked");
      links.set(all);
      links.set(List.of());
      assertThat(count(statement)).isZero();
      TableSql<List<Object>> sql = new TableSql<>(nodes, "", "", "", "");
      assertThat(KeyQuery.each(scope, sql, all)).doesNotContainNull().hasSize(3);
      assertThat(new KeyDelete(nodes, all.subList(0, 2)).run(scope)).isEqualTo(2);
      assertThat(KeyQuery.find(scope, sql, all)).hasSize(1);
      assertThatThrownBy(() -> links.set(all))
          .isInstanceOf(IntegrityConstraintViolationException.class)
          .hasMessageStartingWith("links: ");
      statement.execute("drop table links");
      statement.execute("drop table nodes");
    }
  }

  private static List<String> names(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> "c" + i).toList();
  }

  private static void create(Statement statement, List<Type> types) throws SQLException {
    int width = types.size();
    String key = String.join(", ", names(0, width));
    StringBuilder columns = new StringBuilder();
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < width; i++) {
      columns.append("c" + i + " " + types.get(i).sql() + " not null, ");
      others.append("c" + (width + i) + " " + types.get(i).sql() + " not null, ");
    }
    statement.execute("create table nodes (" + columns + "primary key (" + key + "))");
    statement.execute(
        ("create table links (%s%sprimary key (%s, %s), foreign key (%3$s) references nodes (%3$s),"
                + " foreign key (%4$s) references nodes (%3$s))")
            .formatted(columns, others, key, String.join(", ", names(width, width))));
  }

  /** Links whose both ends are there, by the database's own equality. */
  private static int count(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("select count(*) from links")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static List<List<Object>> keys(Object... values) {
    return Arrays.stream(values).<List<Object>>map(List::of).toList();
  }

  private void onBoth(List<Type> types, List<List<Object>> keys) throws SQLException {
    links("jdbc:sqlite:" + folder.resolve("links.db"), types, keys);
    links(POSTGRES.url(), types, keys);
  }

  @Test
  void keysOfOneColumn() throws SQLException {
    onBoth(List.of(WHOLE), keys(1L, Long.MAX_VALUE, -3L));
    onBoth(List.of(TEXT), keys("a", "A \"b\" {c},\\ '?", "ä\u0001\uD83D\uDE00"));
    onBoth(
        List.of(new Type("numeric(12, 2)", SQLDataType.NUMERIC(12, 2))),
        keys(new BigDecimal("1.50"), new BigDecimal("-2.00"), new BigDecimal("0.25")));
    onBoth(
        List.of(new Type("timestamp", SQLDataType.LOCALDATETIME)),
        keys(
            LocalDateTime.of(2024, 1, 2, 3, 4),
            LocalDateTime.of(2024, 1, 2, 3, 4, 5),
            LocalDateTime.of(1969, 1, 2, 3, 4, 5, 123_456_000)));
    onBoth(
        List.of(new Type("uuid", SQLDataType.UUID)),
        keys(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
  }

  @Test
  void keysOfSeveralColumns() throws SQLException {
    onBoth(
        List.of(TEXT, WHOLE),
        List.of(List.of("a", 1L), List.of("a", 2L), List.of("b", Long.MIN_VALUE)));
    onBoth(
        List.of(new Type("uuid", SQLDataType.UUID), TEXT),
        List.of(
            List.of(UUID.randomUUID(), "1"),
            List.of(UUID.randomUUID(), "null"),
            List.of(UUID.randomUUID(), "")));
  }

  private record Id(long number) {}

  /** What the database has is not what its text or its equality would make one believe. */
  private static final class Name {
    private final String text;

    private Name(String text) {
      this.text = text;
    }
  }

  @Test
  void keysWithAConverter() throws SQLException {
    Type id =
        new Type(
            "bigint",
            SQLDataType.BIGINT.asConvertedDataType(
                Converter.ofNullable(Long.class, Id.class, Id::new, Id::number)));
    Type name =
        new Type(
            "text",
            SQLDataType.CLOB.asConvertedDataType(
                Converter.ofNullable(String.class, Name.class, Name::new, named -> named.text)));
    onBoth(List.of(id), keys(new Id(1), new Id(2), new Id(-3)));
    onBoth(List.of(name), keys(new Name("a"), new Name(""), new Name("b")));
    onBoth(
        List.of(id, name),
        List.of(
            List.of(new Id(1), new Name("a")),
            List.of(new Id(1), new Name("b")),
            List.of(new Id(2), new Name("a"))));
  }

  @Test
  void keysThatCannotBeOneBind() throws SQLException {
    links(
        "jdbc:sqlite:" + folder.resolve("bytes.db"),
        List.of(new Type("blob", SQLDataType.BLOB)),
        keys(new byte[] {0, 1}, new byte[] {}, new byte[] {-1}));
    links(
        POSTGRES.url(),
        List.of(new Type("bytea", SQLDataType.BLOB)),
        keys(new byte[] {0, 1}, new byte[] {}, new byte[] {-1}));
    links(
        POSTGRES.url(),
        List.of(new Type("text[]", SQLDataType.CLOB.array())),
        keys(new String[] {"a"}, new String[] {"a", "b"}, new String[] {}));
  }
}
