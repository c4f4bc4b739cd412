package io.kinrow.runtime.sql;

import io.kinrow.runtime.connect.Engine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.types.UNumber;
import org.jspecify.annotations.Nullable;

/** Binds values to a statement, one after the other. */
public final class Binds {

  private static final Map<Class<?>, String> SQL_TYPES =
      Map.of(
          Long.class, "bigint",
          Integer.class, "int",
          Short.class, "smallint",
          Double.class, "double precision",
          Float.class, "real",
          Boolean.class, "boolean",
          BigDecimal.class, "numeric",
          UUID.class, "uuid");

  private final PreparedStatement statement;
  private final Engine engine;
  private final @Nullable List<@Nullable Object> seen;
  private int position;

  Binds(PreparedStatement statement, Engine engine, boolean listen) {
    this.statement = statement;
    this.engine = engine;
    this.seen = listen ? new ArrayList<>() : null;
  }

  List<@Nullable Object> seen() {
    return seen == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(seen));
  }

  /** Starts again at the first value, for the next row of a batch. */
  void restart() {
    position = 0;
    if (seen != null) {
      seen.clear();
    }
  }

  public void add(long value) throws SQLException {
    statement.setLong(++position, value);
    see(value);
  }

  /** Binds a value of one of the types that generated code reads without a converter. */
  public void add(@Nullable Object value) throws SQLException {
    int at = ++position;
    Object sent = engine == Engine.SQLITE ? sqlite(value) : value;
    if (sent instanceof String text) {
      statement.setString(at, text);
    } else if (sent instanceof Long number) {
      statement.setLong(at, number);
    } else if (sent instanceof Integer number) {
      statement.setInt(at, number);
    } else if (sent == null) {
      statement.setNull(at, Types.NULL);
    } else if (sent instanceof byte[] bytes) {
      statement.setBytes(at, bytes);
    } else if (sent instanceof Instant instant) {
      statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
    } else if (sent instanceof UNumber number) {
      statement.setBigDecimal(at, new BigDecimal(number.toBigInteger()));
    } else if (sent instanceof BigInteger number) {
      statement.setBigDecimal(at, new BigDecimal(number));
    } else {
      other(at, sent);
    }
    see(sent);
  }

  private void other(int at, Object value) throws SQLException {
    if (value instanceof JSONB json) {
      statement.setString(at, json.data());
    } else if (value instanceof JSON json) {
      statement.setString(at, json.data());
    } else if (value instanceof XML xml) {
      statement.setString(at, xml.data());
    } else if (value instanceof EnumType literal) {
      statement.setString(at, literal.getLiteral());
    } else if (value instanceof Object[] array) {
      String type = SQL_TYPES.getOrDefault(array.getClass().getComponentType(), "text");
      statement.setArray(at, statement.getConnection().createArrayOf(type, array));
    } else {
      statement.setObject(at, value);
    }
  }

  /** Binds a value of a jOOQ field's type, through the field's converter. */
  public <T> void add(@Nullable Object value, Field<T> field) throws SQLException {
    add(databaseValue(value, field));
  }

  private static <T> @Nullable Object databaseValue(@Nullable Object value, Field<T> field) {
    return value == null ? null : field.getConverter().to(field.getType().cast(value));
  }

  /** What SQLite stores for a value that it has no type for. */
  static @Nullable Object sqlite(@Nullable Object value) {
    if (value instanceof LocalDateTime time) {
      return SqliteTime.text(time);
    } else if (value instanceof LocalDate date) {
      return date.toString();
    } else if (value instanceof LocalTime time) {
      return SqliteTime.text(time);
    } else if (value instanceof OffsetDateTime time) {
      return SqliteTime.text(time);
    } else if (value instanceof Instant instant) {
      return SqliteTime.text(instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof java.sql.Timestamp time) {
      return SqliteTime.text(time.toLocalDateTime());
    } else if (value instanceof java.sql.Date date) {
      return date.toLocalDate().toString();
    } else if (value instanceof java.sql.Time time) {
      return SqliteTime.text(time.toLocalTime());
    } else if (value instanceof UUID uuid) {
      return uuid.toString();
    } else if (value instanceof Boolean bool) {
      return bool ? 1 : 0;
    }
    return value;
  }

  private void see(@Nullable Object value) {
    if (seen != null) {
      seen.add(value);
    }
  }

  PreparedStatement statement() {
    return statement;
  }

  /** Binds one array of values, where the engine has arrays. */
  void addArray(String elementType, Object[] values) throws SQLException {
    statement.setArray(++position, statement.getConnection().createArrayOf(elementType, values));
    see(values);
  }
}
