package io.kinrow.runtime.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.runtime.fixture.Library;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What jOOQ writes through a generated column is what repositories write, and comes back. */
class SqliteBindingTest {

  @TempDir Path folder;
  private Library library;
  private DSLContext dsl;

  @BeforeEach
  void open() {
    library = Library.create(folder);
    dsl = library.dsl();
    dsl.execute("create table v (x any)");
  }

  @AfterEach
  void close() {
    library.close();
  }

  static List<Object> values() {
    return List.of(
        Long.MAX_VALUE,
        7,
        0.1,
        true,
        "it's",
        new BigDecimal("1234567.25"),
        new BigInteger("1234567890123456789"),
        LocalDate.of(2020, 2, 29),
        LocalTime.of(23, 59, 59, 120_000_000),
        LocalDateTime.of(2020, 2, 29, 12, 0, 0, 123_456_000),
        OffsetDateTime.parse("2020-02-29T23:00:00.5-05:00"),
        UUID.fromString("12345678-1234-1234-1234-123456789abc"),
        new byte[] {0, -1});
  }

  private static <T> Field<T> column(Class<T> type, SqliteBinding<T> binding) {
    DataType<T> plain = DefaultDataType.getDataType(SQLDialect.SQLITE, type);
    return DSL.field(DSL.name("v", "x"), plain.asConvertedDataType(binding));
  }

  private String stored() {
    return dsl.fetchOne("select typeof(x) || ' ' || quote(x) from v").get(0, String.class);
  }

  @SuppressWarnings("unchecked")
  @ParameterizedTest
  @MethodSource("values")
  <T> void value_isWrittenInOneForm_boundOrInline_andReadBack(T value) {
    Class<T> type = (Class<T>) value.getClass();
    Field<T> column = column(type, SqliteBinding.of(type));
    dsl.connection(
        connection -> {
          try (var insert = connection.prepareStatement("insert into v values (?)")) {
            SqliteValues values = SqliteValues.with(null);
            values.bind(insert, 1, values.stored(value));
            insert.execute();
          }
        });
    String byRepository = stored();

    dsl.deleteFrom(DSL.table("v")).execute();
    dsl.insertInto(DSL.table("v"), column).values(value).execute();
    assertThat(stored()).isEqualTo(byRepository);
    Object read = dsl.select(column).from("v").fetchOne().value1();
    assertThat(read).isEqualTo(value instanceof OffsetDateTime time ? utc(time) : value);
    assertThat(dsl.fetchCount(DSL.table("v"), column.eq(value))).isEqualTo(1);

    dsl.deleteFrom(DSL.table("v")).execute();
    String inline = dsl.insertInto(DSL.table("v"), column).values(value).getSQL(ParamType.INLINED);
    dsl.execute(inline);
    assertThat(stored()).isEqualTo(byRepository);
  }

  private static OffsetDateTime utc(OffsetDateTime time) {
    return time.withOffsetSameInstant(ZoneOffset.UTC);
  }

  @Test
  void textThatSqliteWouldTurnIntoAnotherNumber_isRefused() {
    Field<String> column = column(String.class, SqliteBinding.numeric(String.class));
    for (String kept : List.of("12", "1.5", "x", "")) {
      dsl.insertInto(DSL.table("v"), column).values(kept).execute();
    }
    for (String changed : List.of("007", "1.50", "1e3", " 1")) {
      assertThatThrownBy(() -> dsl.insertInto(DSL.table("v"), column).values(changed).execute())
          .hasStackTraceContaining("makes SQLite turn it into a number");
    }
  }

  @Test
  void decimal_isShownWithTheDigitsThatItsColumnDeclares() {
    Field<BigDecimal> column = column(BigDecimal.class, SqliteBinding.decimal(2));
    dsl.execute("insert into v values ('1.5')");
    assertThat(dsl.select(column).from("v").fetchOne().value1()).isEqualTo(new BigDecimal("1.50"));
  }

  @Test
  void storedValueOfAnotherType_isRefused_withItsColumn() {
    dsl.execute("insert into v values ('abc')");
    Field<Long> column = column(Long.class, SqliteBinding.of(Long.class));
    assertThatThrownBy(() -> dsl.select(column).from("v").fetch())
        .hasStackTraceContaining("v.x")
        .hasStackTraceContaining("abc");
  }

  /** {@code DSL.val(…)} belongs to no column, and is written as a column's value is. */
  @Test
  void plainValue_hasTheFormOfAColumnsValue() {
    LocalDateTime time = LocalDateTime.of(2020, 2, 29, 12, 0);
    Field<LocalDateTime> column =
        column(LocalDateTime.class, SqliteBinding.of(LocalDateTime.class));
    dsl.insertInto(DSL.table("v"), column).values(time).execute();
    assertThat(dsl.fetchCount(DSL.table("v"), DSL.field("x").eq((Object) DSL.val(time))))
        .isEqualTo(1);
  }
}
