package io.kinrow.processor.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The Java type of a column's values, as jOOQ's field declares it. */
public record JavaType(TypeMirror mirror, Kind kind) {

  /** Types that are read or compared in a way of their own. */
  public enum Kind {
    LONG("long", Long.class),
    INT("int", Integer.class),
    SHORT("short", Short.class),
    BYTE("byte", Byte.class),
    DOUBLE("double", Double.class),
    FLOAT("float", Float.class),
    BOOLEAN("boolean", Boolean.class),
    STRING("string", String.class),
    BYTES("bytes", null),
    DECIMAL("decimal", BigDecimal.class),
    DATE_TIME("dateTime", LocalDateTime.class),
    DATE("date", LocalDate.class),
    TIME("time", LocalTime.class),
    OFFSET_DATE_TIME("offsetDateTime", OffsetDateTime.class),
    /** An array other than {@code byte[]}. */
    ARRAY("value", null),
    /** Any other type. */
    OTHER("value", null);

    private final String reader;
    private final @Nullable Class<?> only;

    Kind(String reader, @Nullable Class<?> only) {
      this.reader = reader;
      this.only = only;
    }

    /** The one class that is of this kind; null if there are several. */
    public @Nullable Class<?> only() {
      return only;
    }

    /** How the methods of the runtime's {@code Row} that read it begin. */
    public String reader() {
      return reader;
    }
  }

  /** Whether a NOT NULL column of the type is a primitive. */
  public boolean primitive() {
    return kind.compareTo(Kind.BOOLEAN) <= 0;
  }

  /** Whether it is an array, which is mutable and has no equality of its own. */
  public boolean array() {
    return kind == Kind.BYTES || kind == Kind.ARRAY;
  }

  /** Whether it is an array of arrays, such as {@code Integer[][]} or {@code byte[][]}. */
  public boolean nested() {
    return mirror instanceof ArrayType array && array.getComponentType() instanceof ArrayType;
  }

  /** Whether it is {@code JSONB}, or an array of such values. */
  public boolean jsonb() {
    String name = mirror.toString();
    return name.equals("org.jooq.JSONB") || name.equals("org.jooq.JSONB[]");
  }

  /** Whether it is the same type as another; type mirrors have no equality. */
  public boolean same(JavaType other) {
    return kind == other.kind && mirror.toString().equals(other.mirror.toString());
  }
}
