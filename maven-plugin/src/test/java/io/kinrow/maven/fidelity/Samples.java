package io.kinrow.maven.fidelity;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.JSON;
import org.jooq.JSONB;

/** The values of one type: borders and random ones, what cannot be stored, what others store. */
public final class Samples<T> {

  /**
   * What another program stored.
   *
   * @param value what it means; null if it is to be refused
   * @param own whether it is stored as Kinrow would, so that conditions find it
   */
  public record Form<T>(String literal, T value, boolean own) {}

  private final Class<T> type;
  private List<T> borders;
  private final Function<Random, T> generator;
  private BiPredicate<T, T> same = Object::equals;
  private Comparator<T> order;
  private Predicate<T> storable = value -> true;
  private Predicate<T> offered = value -> true;
  private UnaryOperator<T> respelling = value -> value;
  private final List<Form<T>> forms = new ArrayList<>();

  private Samples(Class<T> type, List<T> borders, Function<Random, T> generator) {
    this.type = type;
    this.borders = borders;
    this.generator = generator;
  }

  T any(Random random) {
    T value = drawn(random);
    while (!offered.test(value)) {
      value = drawn(random);
    }
    return value;
  }

  /** In random order. */
  List<T> borders(Random random) {
    List<T> all = new ArrayList<>(borders.stream().filter(offered).toList());
    Collections.shuffle(all, random);
    return all;
  }

  /** The same value to the database, if it has another form in Java. */
  T respelled(T value) {
    return respelling.apply(value);
  }

  private T drawn(Random random) {
    return random.nextInt(3) == 0
        ? borders.get(random.nextInt(borders.size()))
        : generator.apply(random);
  }

  T storable(Random random) {
    T value = any(random);
    while (!storable.test(value)) {
      value = any(random);
    }
    return value;
  }

  boolean isStorable(T value) {
    return storable.test(value);
  }

  boolean same(T one, T other) {
    return same.test(one, other);
  }

  T cast(Object value) {
    return type.cast(value);
  }

  Comparator<T> order() {
    return order;
  }

  List<Form<T>> forms() {
    return forms;
  }

  String shown(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.toString(array);
    }
    return value instanceof byte[] bytes
        ? Arrays.toString(bytes)
        : value + " " + (value == null ? "" : value.getClass().getSimpleName());
  }

  private Samples<T> same(BiPredicate<T, T> test) {
    same = test;
    return this;
  }

  private Samples<T> ordered(Comparator<T> comparator) {
    order = comparator;
    return this;
  }

  private Samples<T> storable(Predicate<T> test) {
    storable = test;
    return this;
  }

  private Samples<T> form(T value, String... literals) {
    return add(false, value, literals);
  }

  /** What SQLite itself yields, such as a column's default. */
  private Samples<T> own(T value, String... literals) {
    return add(true, value, literals);
  }

  private Samples<T> add(boolean own, T value, String... literals) {
    for (String literal : literals) {
      forms.add(new Form<>(literal, value, own));
    }
    return this;
  }

  private Samples<T> respelled(UnaryOperator<T> other) {
    respelling = other;
    return this;
  }

  private Samples<T> refused(String... literals) {
    return form(null, literals);
  }

  /** With what the engine makes of a value, such as one rounded to microseconds. */
  private Samples<T> stored(UnaryOperator<T> asStored) {
    BiPredicate<T, T> before = same;
    same = (one, other) -> before.test(asStored.apply(one), asStored.apply(other));
    return this;
  }

  /** Whether a number that was read has the value that was calculated, whatever its class. */
  public static void sameNumber(Number expected, Object read) {
    Object present = read instanceof Optional<?> optional ? optional.orElseThrow() : read;
    BigDecimal number = new BigDecimal(present.toString());
    if (number.compareTo(new BigDecimal(expected.toString())) != 0) {
      throw new AssertionError(present + " instead of " + expected);
    }
  }

  // The types --------------------------------------------------------------------------------

  public static Samples<Long> whole() {
    return new Samples<>(
            Long.class,
            List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, 1L << 31),
            random -> random.nextBoolean() ? random.nextLong() : (long) random.nextInt(100))
        .ordered(Comparator.naturalOrder())
        .form(12L, "12", "12.0", "'12'", "1.2e1")
        .own(12L, "5 + 7", "length('twelve bytes')")
        .refused("'abc'", "'12 apples'", "1.5", "x'31'", "''", "9.3e18", "1e300");
  }

  /** Whole numbers of a STRICT table, which refuses all else. */
  public static Samples<Long> exact() {
    Samples<Long> whole = whole();
    whole.forms.clear();
    return whole.form(12L, "12", "12.0", "'12'");
  }

  public static Samples<Boolean> truth() {
    return new Samples<>(Boolean.class, List.of(true, false), Random::nextBoolean)
        .ordered(Comparator.naturalOrder())
        .form(
            true, "1", "1.0", "'t'", "'T'", "'true'", "'TRUE'", "'y'", "'yes'", "'on'", "true",
            "'1'")
        .form(
            false, "0", "'f'", "'F'", "'false'", "'False'", "'n'", "'No'", "'off'", "false", "'0'")
        .own(true, "1 < 2")
        .refused("0.5", "2", "-1", "'maybe'", "''", "x'01'");
  }

  public static Samples<Double> real() {
    return new Samples<>(
            Double.class,
            List.of(
                0.0,
                -0.0,
                0.1,
                0.1 + 0.2,
                1e300,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                1.5,
                3.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                9007199254740993.0),
            random ->
                random.nextBoolean()
                    ? random.nextGaussian()
                    : Double.longBitsToDouble(random.nextLong()))
        .same((one, other) -> one.doubleValue() == other.doubleValue())
        .storable(value -> !value.isNaN())
        .ordered(Comparator.comparingDouble(value -> value + 0.0))
        .respelled(value -> value == 0 ? -value : value)
        .own(0.30000000000000004, "0.1 + 0.2")
        .form(12.0, "12", "12.0", "'12'", "'12.0'")
        .refused("'1,5'", "'abc'", "x'31'", "''");
  }

  public static Samples<Float> single() {
    return new Samples<>(
            Float.class,
            List.of(
                0f,
                -0f,
                0.1f,
                -1.5f,
                0.124585986f, // which needs nine digits
                16777217f,
                Float.MAX_VALUE,
                Float.MIN_VALUE,
                Float.POSITIVE_INFINITY),
            Random::nextFloat)
        .same((one, other) -> one.floatValue() == other.floatValue())
        .ordered(Comparator.comparing(value -> value + 0f))
        .respelled(value -> value == 0 ? -value : value);
  }

  /** Decimals of two digits, which come back with two. */
  public static Samples<BigDecimal> money() {
    return new Samples<>(
            BigDecimal.class,
            List.of(
                new BigDecimal("0.00"),
                new BigDecimal("1.50"),
                new BigDecimal("19.99"),
                new BigDecimal("-0.01"),
                new BigDecimal("99999999.99"),
                new BigDecimal("7")),
            random ->
                BigDecimal.valueOf(random.nextInt(), 2)
                    .movePointLeft(random.nextInt(2))
                    .setScale(2, java.math.RoundingMode.DOWN))
        .same((one, other) -> one.compareTo(other) == 0 && other.scale() == 2)
        .ordered(Comparator.naturalOrder())
        .respelled(value -> value.setScale(value.scale() + 1))
        .own(new BigDecimal("12.50"), "round(12.499, 2)")
        .form(new BigDecimal("12.50"), "12.5", "'12.50'", "'12.5'")
        .form(new BigDecimal("12.00"), "12")
        .refused("'1,5'", "'abc'", "x'31'");
  }

  public static Samples<BigDecimal> number() {
    return new Samples<>(
            BigDecimal.class,
            List.of(
                new BigDecimal("0"),
                new BigDecimal("0.30000000000000004"),
                new BigDecimal("1e18"),
                new BigDecimal("12345678901234567.89"),
                new BigDecimal("1e400"),
                new BigDecimal("1e-400"),
                new BigDecimal("9223372036854775807"),
                new BigDecimal("9223372036854775809"),
                new BigDecimal("-123456789.123456"),
                new BigDecimal("1.50")),
            random ->
                BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(20)))
        .same((one, other) -> one.compareTo(other) == 0)
        .storable(Samples::fitsSqlite)
        .ordered(Comparator.naturalOrder())
        .respelled(value -> value.scale() > 30 ? value : value.setScale(value.scale() + 1))
        .form(new BigDecimal("0.30000000000000004"), "0.1 + 0.2")
        .form(new BigDecimal("12"), "12", "12.0", "'12'")
        .refused("'abc'", "x'31'", "9e999");
  }

  private static boolean fitsSqlite(BigDecimal value) {
    try {
      value.longValueExact();
      return true;
    } catch (ArithmeticException e) {
      double real = value.doubleValue();
      return !Double.isInfinite(real)
          && new BigDecimal(Double.toString(real)).compareTo(value) == 0;
    }
  }

  public static Samples<String> text() {
    return new Samples<>(
            String.class,
            List.of(
                "",
                " ",
                "abc",
                "ABC",
                "it's",
                "\"",
                "\\",
                "\n\r\t",
                "007",
                "1e5",
                "12",
                "1.50",
                "Ωμέγα",
                "😀",
                "\uFFFD",
                "a\0b",
                "\0",
                "null",
                "½",
                "e\u0301",
                "\u00e9",
                "half \ud83d",
                "\ude00",
                "x".repeat(5000)),
            random -> {
              StringBuilder text = new StringBuilder();
              for (int i = random.nextInt(8); i > 0; i--) {
                text.appendCodePoint(
                    random.nextBoolean() ? 32 + random.nextInt(95) : random.nextInt(0xD800));
              }
              return text.toString();
            })
        .storable(Samples::isWellFormed)
        .ordered(Samples::byUtf8)
        .form("caf\u00e9", "'caf\u00e9'", "x'636166c3a9'", "cast(x'636166c3a9' as text)")
        .form("12", "'12'")
        .own("caf\u00e9", "'caf' || char(233)", "cast(x'636166c3a9' as text)")
        .refused("x'ff'", "cast(x'636166e9' as text)");
  }

  private static int byUtf8(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** Text in a column whose declared type turns "007" into the number 7. */
  public static Samples<String> loose() {
    Samples<String> text = text();
    text.forms.clear();
    text.order = null;
    return text.storable(
            value ->
                isWellFormed(value)
                    && (!value.strip().matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
                        || value.matches("0|-?[1-9]\\d{0,17}")))
        .form("7", "7", "'7'")
        .form("1.5", "1.5")
        .refused("x'ff'", "cast(x'636166e9' as text)");
  }

  /** Text in a column without a type. */
  public static Samples<String> plain() {
    return text().form("12", "12").form("1.5", "1.5");
  }

  public static Samples<byte[]> bytes() {
    return new Samples<>(
            byte[].class,
            List.of(
                new byte[0],
                new byte[] {0},
                new byte[] {-1, 0, 1},
                "text".getBytes(StandardCharsets.UTF_8)),
            random -> {
              byte[] bytes = new byte[random.nextInt(20)];
              random.nextBytes(bytes);
              return bytes;
            })
        .same(Arrays::equals)
        .ordered(Arrays::compareUnsigned)
        .form(new byte[] {1, 2}, "x'0102'")
        .form(new byte[] {'a', 'b'}, "'ab'")
        .refused("5", "1.5");
  }

  public static Samples<UUID> ident() {
    UUID id = UUID.fromString("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    return new Samples<>(
            UUID.class,
            List.of(new UUID(0, 0), new UUID(-1, -1), id, new UUID(Long.MIN_VALUE, 1)),
            random -> new UUID(random.nextLong(), random.nextLong()))
        .ordered(Comparator.comparing(UUID::toString))
        .form(
            id,
            "'3f2504e0-4f89-11d3-9a0c-0305e82c3301'",
            "'3F2504E0-4F89-11D3-9A0C-0305E82C3301'",
            "'3f2504e04f8911d39a0c0305e82c3301'",
            "x'3f2504e04f8911d39a0c0305e82c3301'")
        .refused("'no-uuid'", "'1-1-1-1-1'", "5", "x'3f25'", "''", "'3f2504e0-4f89-11d3-9a0c'");
  }

  public static Samples<JSON> doc() {
    return new Samples<>(
            JSON.class,
            List.of(
                JSON.json("{}"),
                JSON.json("[]"),
                JSON.json("null"),
                JSON.json("\"a\""),
                JSON.json("5"),
                JSON.json("{\"a\":[1,2,{\"b\":null}]}"),
                JSON.json("\"😀\""),
                JSON.json("[1, {\"a\": 2}]"),
                JSON.json("true")),
            random -> JSON.json("{\"k" + random.nextInt(9) + "\":" + random.nextInt(999) + "}"))
        .form(JSON.json("{\"a\": 1}"), "'{\"a\": 1}'")
        .stored(value -> JSON.json(value.data().replace(" ", "")))
        .own(JSON.json("{\"a\":1}"), "json('{\"a\": 1}')")
        .form(JSON.json("5"), "5", "'5'")
        .refused("jsonb('{}')");
  }

  public static Samples<LocalDate> day() {
    return new Samples<>(
            LocalDate.class,
            List.of(
                LocalDate.EPOCH,
                LocalDate.of(0, 1, 1),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(10_000, 1, 1),
                LocalDate.of(-1, 1, 1)),
            random ->
                LocalDate.of(
                    1900 + random.nextInt(200), 1 + random.nextInt(12), 1 + random.nextInt(28)))
        .storable(value -> value.getYear() >= 0 && value.getYear() <= 9999)
        .ordered(Comparator.naturalOrder())
        .form(
            LocalDate.of(2024, 1, 2),
            "'2024-01-02'",
            "'2024-01-02 00:00:00'",
            "'2024-01-02T00:00:00.000Z'",
            "1704153600000",
            "'2024-01-02 00:00:00.000000'",
            "2460311.5")
        .own(LocalDate.of(2024, 1, 2), "date('2024-01-02')")
        .refused(
            "'2024-01-02 03:04:05'",
            "20240102",
            "1704150000000",
            "'2024-13-01'",
            "'01/02/2024'",
            "x'00'",
            "''");
  }

  public static Samples<LocalTime> clock() {
    return new Samples<>(
            LocalTime.class,
            List.of(
                LocalTime.MIDNIGHT,
                LocalTime.MAX,
                LocalTime.of(7, 8, 9),
                LocalTime.of(23, 59),
                LocalTime.of(1, 2, 3, 1),
                LocalTime.of(1, 2, 3, 100_000_000)),
            random -> LocalTime.ofNanoOfDay((random.nextLong() >>> 1) % 86_400_000_000_000L))
        .ordered(Comparator.naturalOrder())
        .form(
            LocalTime.of(7, 8, 9),
            "'07:08:09'",
            "'07:08:09.0'",
            "'07:08:09.000000'",
            "'2000-01-01 07:08:09'",
            "'07:08:09.0000000'")
        .own(LocalTime.of(7, 8, 9), "time('2024-01-02 07:08:09')")
        .own(LocalTime.of(7, 8, 9, 250_000_000), "strftime('%H:%M:%f', '07:08:09.25')")
        .refused("'24:00:00'", "'2024-01-02 07:08:09'", "'7 o''clock'", "25689", "x'00'");
  }

  public static Samples<LocalDateTime> moment() {
    LocalDateTime plain = LocalDateTime.of(2024, 1, 2, 3, 4, 5);
    return new Samples<>(
            LocalDateTime.class,
            List.of(
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(0, 1, 1, 0, 0),
                plain,
                plain.withNano(1),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999),
                plain.withNano(100_000_000),
                LocalDateTime.of(2024, 3, 31, 2, 30),
                LocalDateTime.MAX,
                LocalDateTime.MIN),
            random ->
                LocalDateTime.of(1966, 1, 1, 0, 0)
                    .plusSeconds(random.nextInt() >>> 1)
                    .plusNanos(random.nextBoolean() ? random.nextInt(1_000_000_000) : 0))
        .storable(value -> value.getYear() >= 0 && value.getYear() <= 9999)
        .ordered(Comparator.naturalOrder())
        .form(
            plain,
            "'2024-01-02 03:04:05'",
            "'2024-01-02T03:04:05'",
            "'2024-01-02 03:04:05.000000'",
            "'2024-01-02 03:04:05.0000000'",
            "'2024-01-02T03:04:05Z'",
            "'2024-01-02T03:04:05z'",
            "'2024-01-02T03:04:05.000Z'",
            "'2024-01-02 03:04:05.000 +00:00'",
            "'2024-01-02 05:04:05+02:00'",
            "'2024-01-02 05:04:05 +02:00'",
            "'2024-01-02 03:04:05 +0000 UTC'",
            "'2024-01-02 05:04:05 +0200 CEST'",
            "1704164645000")
        .form(LocalDateTime.of(1966, 10, 31, 14, 13, 20, 1_000_000), "-99999999999")
        .form(LocalDateTime.of(2024, 1, 2, 3, 4), "'2024-01-02  03:04'", "'2024-01-02 03:04'")
        .form(LocalDateTime.of(2024, 1, 3, 0, 0), "'2024-01-02 24:00:00'")
        .own(plain, "datetime('2024-01-02 03:04:05')", "datetime(1704164645, 'unixepoch')")
        .own(plain.withNano(250_000_000), "strftime('%Y-%m-%d %H:%M:%f', '2024-01-02 03:04:05.25')")
        .form(LocalDateTime.of(1970, 1, 1, 0, 0), "0")
        .form(LocalDateTime.of(2024, 1, 2, 6, 0), "2460311.75")
        .refused(
            "99999999999",
            "1704164645",
            "20240102",
            "2460312.0",
            "20240102030405",
            "'20240102030405'",
            "21991231235959",
            "'2024-01-02 03:04:05.1234567891'",
            "'yesterday'",
            "'2024-01-02 25:00'",
            "x'00'",
            "''",
            "'2024-01-02 03:04:05 CEST'");
  }

  public static Samples<OffsetDateTime> instant() {
    OffsetDateTime utc = OffsetDateTime.of(2024, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);
    return new Samples<>(
            OffsetDateTime.class,
            List.of(
                utc,
                utc.withOffsetSameInstant(ZoneOffset.ofHours(2)),
                utc.plusNanos(1),
                OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHours(14)),
                OffsetDateTime.of(2024, 1, 2, 10, 0, 0, 0, ZoneOffset.ofHours(2)),
                OffsetDateTime.of(2024, 1, 2, 9, 0, 0, 0, ZoneOffset.UTC),
                OffsetDateTime.MAX),
            random ->
                OffsetDateTime.of(
                        1966, 1, 1, 0, 0, 0, random.nextInt(1_000_000_000), ZoneOffset.UTC)
                    .plusSeconds(random.nextInt() >>> 1)
                    .withOffsetSameInstant(
                        ZoneOffset.ofTotalSeconds((random.nextInt(112) - 56) * 900)))
        .same(OffsetDateTime::isEqual)
        .storable(value -> value.getYear() < 9999)
        .ordered(Comparator.comparing(OffsetDateTime::toInstant))
        .form(
            utc,
            "'2024-01-02 03:04:05'",
            "'2024-01-02 05:04:05+02:00'",
            "'2024-01-02T03:04:05Z'",
            "'2024-01-02 05:04:05 +02:00'",
            "'2024-01-02 03:04:05.000 +00:00'",
            "1704164645000")
        .own(utc, "datetime('2024-01-02 05:04:05+02:00')")
        .own(utc.plusNanos(250_000_000), "strftime('%Y-%m-%d %H:%M:%f', '2024-01-02 03:04:05.25')")
        .respelled(Samples::elsewhere)
        .refused("1704164645", "20240102030405", "'2024-01-02 05:04:05+99:00'", "'now'", "x'00'");
  }

  /** The same instant with another offset. */
  private static OffsetDateTime elsewhere(OffsetDateTime time) {
    return time.getYear() > 9999 || time.getYear() < -9999
        ? time
        : time.withOffsetSameInstant(ZoneOffset.ofHoursMinutes(5, 30));
  }

  // On PostgreSQL, whose columns hold nothing but values of their types ------------------------

  /** Without what only SQLite refuses, or lets other programs store. */
  private Samples<T> typed() {
    forms.clear();
    storable = value -> true;
    return this;
  }

  private Samples<T> also(List<T> more) {
    List<T> all = new ArrayList<>(borders);
    all.addAll(more);
    borders = all;
    return this;
  }

  private Samples<T> only(Predicate<T> test) {
    offered = test;
    return this;
  }

  public static <T> Samples<T> typed(Samples<T> samples) {
    return samples.typed();
  }

  public static Samples<Short> small() {
    return new Samples<>(
            Short.class,
            List.of((short) 0, Short.MAX_VALUE, Short.MIN_VALUE),
            random -> (short) random.nextInt())
        .ordered(Comparator.naturalOrder());
  }

  public static Samples<Integer> integer() {
    return new Samples<>(
            Integer.class, List.of(0, Integer.MAX_VALUE, Integer.MIN_VALUE), Random::nextInt)
        .ordered(Comparator.naturalOrder());
  }

  public static Samples<Double> typedReal() {
    return real().typed().only(value -> !value.isNaN());
  }

  public static Samples<String> typedText() {
    Samples<String> text = text().typed();
    return text.storable(value -> isWellFormed(value) && value.indexOf('\0') < 0);
  }

  /** Text that PostgreSQL compares without regard to case. */
  public static Samples<String> folded() {
    return new Samples<>(
            String.class,
            List.of(
                "", "a@x", "A", "it's", "\\", "\"", "null", "{a,b}", "Zz top", "x".repeat(5000)),
            random -> ascii(random, 7, ' '))
        .ordered(Comparator.comparing(text -> text.toLowerCase(Locale.ROOT)))
        .respelled(text -> text.toUpperCase(Locale.ROOT));
  }

  /** Text of six characters, which PostgreSQL pads with blanks and compares without them. */
  public static Samples<String> padded() {
    UnaryOperator<String> pad = text -> text + " ".repeat(6 - text.length());
    return new Samples<>(
            String.class,
            List.of("", "a", "it's", "\\", " a", "abcdef", "null", "ABC", "{a,b}"),
            random -> ascii(random, 6, '!'))
        .ordered(Comparator.naturalOrder())
        .respelled(pad)
        .stored(pad);
  }

  /** Text of characters from the first one given up to the tilde. */
  private static String ascii(Random random, int longest, char first) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append((char) (first + random.nextInt('~' - first + 1)));
    }
    return text.toString();
  }

  /** Several dates and times at once. */
  public static Samples<LocalDateTime[]> moments() {
    Samples<LocalDateTime> one = typedMoment();
    List<LocalDateTime[]> borders = new ArrayList<>();
    borders.add(new LocalDateTime[0]);
    borders.add(new LocalDateTime[] {LocalDateTime.MIN, LocalDateTime.MAX});
    borders.add(ODD.toArray(LocalDateTime[]::new));
    return new Samples<>(
            LocalDateTime[].class,
            borders,
            random ->
                Stream.generate(() -> one.any(random))
                    .limit(random.nextInt(4))
                    .toArray(LocalDateTime[]::new))
        .same((some, others) -> Arrays.equals(some, others, (a, b) -> one.same(a, b) ? 0 : 1))
        .ordered((some, others) -> Arrays.compare(some, others));
  }

  public static Samples<JSONB> docb() {
    return new Samples<>(
        JSONB.class,
        List.of(JSONB.jsonb("{}"), JSONB.jsonb("[1, 2]"), JSONB.jsonb("null"), JSONB.jsonb("5")),
        random -> JSONB.jsonb("{\"k\": " + random.nextInt(999) + "}"));
  }

  /** With the two infinities, which the driver takes for the ends of Java's range. */
  public static Samples<LocalDate> typedDay() {
    return day()
        .typed()
        .also(
            List.of(
                LocalDate.MAX,
                LocalDate.MIN,
                LocalDate.of(1582, 10, 4),
                LocalDate.of(1914, 1, 1),
                LocalDate.of(-4000, 3, 1)));
  }

  /** With 24:00, which the driver takes for the end of Java's day. */
  public static Samples<LocalTime> typedClock() {
    return clock()
        .typed()
        .also(List.of(LocalTime.of(2, 30), LocalTime.of(0, 0, 1), LocalTime.of(1, 2, 3, 2_500)))
        .stored(Samples::micros);
  }

  private static LocalTime micros(LocalTime time) {
    LocalTime rounded = time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    return rounded.equals(LocalTime.MIDNIGHT) && time.getHour() > 0 ? LocalTime.MAX : rounded;
  }

  /** Hours that summer time skips or repeats, skipped days, offsets with seconds, half micros. */
  private static final List<LocalDateTime> ODD =
      List.of(
          LocalDateTime.of(2024, 3, 31, 2, 30),
          LocalDateTime.of(2024, 10, 27, 2, 30),
          LocalDateTime.of(2018, 11, 4, 0, 30),
          LocalDateTime.of(1980, 4, 6, 2, 59, 59, 999_999_000),
          LocalDateTime.of(1893, 4, 1, 0, 3),
          LocalDateTime.of(1941, 10, 1, 0, 15),
          LocalDateTime.of(1854, 6, 28, 0, 0, 1),
          LocalDateTime.of(1582, 10, 10, 12, 0),
          LocalDateTime.of(1, 1, 1, 0, 0),
          LocalDateTime.of(2024, 1, 2, 3, 4, 5, 2_500),
          LocalDateTime.of(-43, 3, 15, 11, 30),
          LocalDateTime.of(12_345, 6, 7, 8, 9));

  public static Samples<LocalDateTime> typedMoment() {
    return moment()
        .typed()
        .also(ODD)
        .stored(
            value ->
                value.equals(LocalDateTime.MAX)
                    ? value
                    : value.plusNanos(500).truncatedTo(ChronoUnit.MICROS));
  }

  public static Samples<OffsetDateTime> typedInstant() {
    return instant()
        .typed()
        .also(ODD.stream().map(each -> each.atOffset(ZoneOffset.UTC)).toList())
        .also(List.of(OffsetDateTime.MIN))
        .stored(
            value ->
                value.equals(OffsetDateTime.MAX)
                    ? value
                    : value.plusNanos(500).truncatedTo(ChronoUnit.MICROS));
  }

  /** A time with an offset, which PostgreSQL orders by instant and then by offset. */
  public static Samples<OffsetTime> offsetClock() {
    return new Samples<>(
            OffsetTime.class,
            List.of(
                OffsetTime.of(7, 8, 9, 0, ZoneOffset.UTC),
                OffsetTime.of(9, 8, 9, 0, ZoneOffset.ofHours(2)),
                OffsetTime.of(2, 30, 0, 123_456_000, ZoneOffset.ofHoursMinutes(-3, -30)),
                OffsetTime.of(0, 0, 0, 0, ZoneOffset.ofHours(-14))),
            random ->
                OffsetTime.of(
                    LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000L) * 1000),
                    ZoneOffset.ofTotalSeconds((random.nextInt(96) - 48) * 900)))
        .typed();
  }
}
