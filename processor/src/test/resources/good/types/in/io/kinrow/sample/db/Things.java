package io.kinrow.sample.db;

import io.kinrow.runtime.internal.TableDescription;
import io.kinrow.runtime.internal.TableDescription.Column;
import io.kinrow.runtime.internal.TableDescription.Key;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

@TableDescription(
    name = "things",
    dialect = "SQLITE",
    entity = "Thing",
    repository = "things",
    columns = {
      @Column(name = "id", field = "ID", property = "id"),
      @Column(name = "the_long", field = "THE_LONG", property = "theLong"),
      @Column(name = "the_integer", field = "THE_INTEGER", property = "theInteger"),
      @Column(name = "the_short", field = "THE_SHORT", property = "theShort"),
      @Column(name = "the_byte", field = "THE_BYTE", property = "theByte"),
      @Column(name = "the_double", field = "THE_DOUBLE", property = "theDouble"),
      @Column(name = "the_float", field = "THE_FLOAT", property = "theFloat"),
      @Column(name = "the_boolean", field = "THE_BOOLEAN", property = "theBoolean"),
      @Column(name = "the_string", field = "THE_STRING", property = "theString"),
      @Column(name = "the_bytes", field = "THE_BYTES", property = "theBytes"),
      @Column(name = "the_bigdecimal", field = "THE_BIGDECIMAL", property = "theBigDecimal"),
      @Column(name = "the_localdatetime", field = "THE_LOCALDATETIME", property = "theLocalDateTime"),
      @Column(name = "the_localdate", field = "THE_LOCALDATE", property = "theLocalDate"),
      @Column(name = "the_localtime", field = "THE_LOCALTIME", property = "theLocalTime"),
      @Column(name = "the_offsetdatetime", field = "THE_OFFSETDATETIME", property = "theOffsetDateTime"),
      @Column(name = "the_uuid", field = "THE_UUID", property = "theUUID"),
      @Column(name = "the_object", field = "THE_OBJECT", property = "theObject"),
      @Column(name = "the_biginteger", field = "THE_BIGINTEGER", property = "theBigInteger"),
      @Column(name = "the_instant", field = "THE_INSTANT", property = "theInstant"),
      @Column(name = "the_words", field = "THE_WORDS", property = "theWords"),
      @Column(name = "the_json", field = "THE_JSON", property = "theJSON"),
      @Column(name = "may_long", field = "MAY_LONG", property = "mayLong", nullable = true),
      @Column(name = "may_integer", field = "MAY_INTEGER", property = "mayInteger", nullable = true),
      @Column(name = "may_short", field = "MAY_SHORT", property = "mayShort", nullable = true),
      @Column(name = "may_byte", field = "MAY_BYTE", property = "mayByte", nullable = true),
      @Column(name = "may_double", field = "MAY_DOUBLE", property = "mayDouble", nullable = true),
      @Column(name = "may_float", field = "MAY_FLOAT", property = "mayFloat", nullable = true),
      @Column(name = "may_boolean", field = "MAY_BOOLEAN", property = "mayBoolean", nullable = true),
      @Column(name = "may_string", field = "MAY_STRING", property = "mayString", nullable = true),
      @Column(name = "may_bytes", field = "MAY_BYTES", property = "mayBytes", nullable = true),
      @Column(name = "may_bigdecimal", field = "MAY_BIGDECIMAL", property = "mayBigDecimal", nullable = true),
      @Column(name = "may_localdatetime", field = "MAY_LOCALDATETIME", property = "mayLocalDateTime", nullable = true),
      @Column(name = "may_localdate", field = "MAY_LOCALDATE", property = "mayLocalDate", nullable = true),
      @Column(name = "may_localtime", field = "MAY_LOCALTIME", property = "mayLocalTime", nullable = true),
      @Column(name = "may_offsetdatetime", field = "MAY_OFFSETDATETIME", property = "mayOffsetDateTime", nullable = true),
      @Column(name = "may_uuid", field = "MAY_UUID", property = "mayUUID", nullable = true),
      @Column(name = "may_object", field = "MAY_OBJECT", property = "mayObject", nullable = true),
      @Column(name = "may_biginteger", field = "MAY_BIGINTEGER", property = "mayBigInteger", nullable = true),
      @Column(name = "may_instant", field = "MAY_INSTANT", property = "mayInstant", nullable = true),
      @Column(name = "may_words", field = "MAY_WORDS", property = "mayWords", nullable = true),
      @Column(name = "may_json", field = "MAY_JSON", property = "mayJSON", nullable = true),
      @Column(name = "colour", field = "COLOUR", property = "colour", converted = true),
      @Column(name = "may_colour", field = "MAY_COLOUR", property = "mayColour", converted = true, nullable = true)
    },
    primaryKey = "id",
    uniqueKeys = {
      @Key(columns = "the_words")
    },
    indexes = {
      @Key(columns = {"colour", "the_bytes"})
    })
@SuppressWarnings("this-escape")
public class Things extends TableImpl<Record> {
  private static final long serialVersionUID = 1L;

  public final TableField<Record, UUID> ID =
      createField(DSL.name("id"), SQLDataType.UUID.nullable(false), this, "");
  public final TableField<Record, Long> THE_LONG =
      createField(DSL.name("the_long"), SQLDataType.BIGINT.nullable(false), this, "");
  public final TableField<Record, Integer> THE_INTEGER =
      createField(DSL.name("the_integer"), SQLDataType.INTEGER.nullable(false), this, "");
  public final TableField<Record, Short> THE_SHORT =
      createField(DSL.name("the_short"), SQLDataType.SMALLINT.nullable(false), this, "");
  public final TableField<Record, Byte> THE_BYTE =
      createField(DSL.name("the_byte"), SQLDataType.TINYINT.nullable(false), this, "");
  public final TableField<Record, Double> THE_DOUBLE =
      createField(DSL.name("the_double"), SQLDataType.DOUBLE.nullable(false), this, "");
  public final TableField<Record, Float> THE_FLOAT =
      createField(DSL.name("the_float"), SQLDataType.REAL.nullable(false), this, "");
  public final TableField<Record, Boolean> THE_BOOLEAN =
      createField(DSL.name("the_boolean"), SQLDataType.BOOLEAN.nullable(false), this, "");
  public final TableField<Record, String> THE_STRING =
      createField(DSL.name("the_string"), SQLDataType.CLOB.nullable(false), this, "");
  public final TableField<Record, byte[]> THE_BYTES =
      createField(DSL.name("the_bytes"), SQLDataType.BLOB.nullable(false), this, "");
  public final TableField<Record, BigDecimal> THE_BIGDECIMAL =
      createField(DSL.name("the_bigdecimal"), SQLDataType.NUMERIC(10, 2).nullable(false), this, "");
  public final TableField<Record, LocalDateTime> THE_LOCALDATETIME =
      createField(DSL.name("the_localdatetime"), SQLDataType.LOCALDATETIME(0).nullable(false), this, "");
  public final TableField<Record, LocalDate> THE_LOCALDATE =
      createField(DSL.name("the_localdate"), SQLDataType.LOCALDATE.nullable(false), this, "");
  public final TableField<Record, LocalTime> THE_LOCALTIME =
      createField(DSL.name("the_localtime"), SQLDataType.LOCALTIME(0).nullable(false), this, "");
  public final TableField<Record, OffsetDateTime> THE_OFFSETDATETIME =
      createField(DSL.name("the_offsetdatetime"), SQLDataType.OFFSETDATETIME(0).nullable(false), this, "");
  public final TableField<Record, UUID> THE_UUID =
      createField(DSL.name("the_uuid"), SQLDataType.UUID.nullable(false), this, "");
  public final TableField<Record, Object> THE_OBJECT =
      createField(DSL.name("the_object"), SQLDataType.OTHER.nullable(false), this, "");
  public final TableField<Record, BigInteger> THE_BIGINTEGER =
      createField(DSL.name("the_biginteger"), SQLDataType.DECIMAL_INTEGER.nullable(false), this, "");
  public final TableField<Record, Instant> THE_INSTANT =
      createField(DSL.name("the_instant"), SQLDataType.INSTANT.nullable(false), this, "");
  public final TableField<Record, String[]> THE_WORDS =
      createField(DSL.name("the_words"), SQLDataType.VARCHAR.array().nullable(false), this, "");
  public final TableField<Record, JSON> THE_JSON =
      createField(DSL.name("the_json"), SQLDataType.JSON.nullable(false), this, "");
  public final TableField<Record, Long> MAY_LONG =
      createField(DSL.name("may_long"), SQLDataType.BIGINT, this, "");
  public final TableField<Record, Integer> MAY_INTEGER =
      createField(DSL.name("may_integer"), SQLDataType.INTEGER, this, "");
  public final TableField<Record, Short> MAY_SHORT =
      createField(DSL.name("may_short"), SQLDataType.SMALLINT, this, "");
  public final TableField<Record, Byte> MAY_BYTE =
      createField(DSL.name("may_byte"), SQLDataType.TINYINT, this, "");
  public final TableField<Record, Double> MAY_DOUBLE =
      createField(DSL.name("may_double"), SQLDataType.DOUBLE, this, "");
  public final TableField<Record, Float> MAY_FLOAT =
      createField(DSL.name("may_float"), SQLDataType.REAL, this, "");
  public final TableField<Record, Boolean> MAY_BOOLEAN =
      createField(DSL.name("may_boolean"), SQLDataType.BOOLEAN, this, "");
  public final TableField<Record, String> MAY_STRING =
      createField(DSL.name("may_string"), SQLDataType.CLOB, this, "");
  public final TableField<Record, byte[]> MAY_BYTES =
      createField(DSL.name("may_bytes"), SQLDataType.BLOB, this, "");
  public final TableField<Record, BigDecimal> MAY_BIGDECIMAL =
      createField(DSL.name("may_bigdecimal"), SQLDataType.NUMERIC(10, 2), this, "");
  public final TableField<Record, LocalDateTime> MAY_LOCALDATETIME =
      createField(DSL.name("may_localdatetime"), SQLDataType.LOCALDATETIME(0), this, "");
  public final TableField<Record, LocalDate> MAY_LOCALDATE =
      createField(DSL.name("may_localdate"), SQLDataType.LOCALDATE, this, "");
  public final TableField<Record, LocalTime> MAY_LOCALTIME =
      createField(DSL.name("may_localtime"), SQLDataType.LOCALTIME(0), this, "");
  public final TableField<Record, OffsetDateTime> MAY_OFFSETDATETIME =
      createField(DSL.name("may_offsetdatetime"), SQLDataType.OFFSETDATETIME(0), this, "");
  public final TableField<Record, UUID> MAY_UUID =
      createField(DSL.name("may_uuid"), SQLDataType.UUID, this, "");
  public final TableField<Record, Object> MAY_OBJECT =
      createField(DSL.name("may_object"), SQLDataType.OTHER, this, "");
  public final TableField<Record, BigInteger> MAY_BIGINTEGER =
      createField(DSL.name("may_biginteger"), SQLDataType.DECIMAL_INTEGER, this, "");
  public final TableField<Record, Instant> MAY_INSTANT =
      createField(DSL.name("may_instant"), SQLDataType.INSTANT, this, "");
  public final TableField<Record, String[]> MAY_WORDS =
      createField(DSL.name("may_words"), SQLDataType.VARCHAR.array(), this, "");
  public final TableField<Record, JSON> MAY_JSON =
      createField(DSL.name("may_json"), SQLDataType.JSON, this, "");
  public final TableField<Record, Colour> COLOUR =
      createField(DSL.name("colour"), SQLDataType.CLOB.asConvertedDataType(Converter.ofNullable(String.class, Colour.class, Colour::valueOf, Colour::name)).nullable(false), this, "");
  public final TableField<Record, Colour> MAY_COLOUR =
      createField(DSL.name("may_colour"), SQLDataType.CLOB.asConvertedDataType(Converter.ofNullable(String.class, Colour.class, Colour::valueOf, Colour::name)), this, "");

  public Things() {
    super(DSL.name("things"));
  }
}
