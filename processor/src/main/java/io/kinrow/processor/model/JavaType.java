package io.kinrow.processor.model;

import javax.lang.model.type.TypeMirror;

/** The Java type of a column's values, as jOOQ's field declares it. */
public record JavaType(TypeMirror mirror, Kind kind) {

  /** Types that are read or compared in a way of their own. */
  public enum Kind {
    LONG("long"),
    INT("int"),
    SHORT("short"),
    BYTE("byte"),
    DOUBLE("double"),
    FLOAT("float"),
    BOOLEAN("boolean"),
    STRING("string"),
    BYTES("bytes"),
    DECIMAL("decimal"),
    DATE_TIME("dateTime"),
    DATE("date"),
    TIME("time"),
    OFFSET_DATE_TIME("offsetDateTime"),
    /** An array other than {@code byte[]}. */
    ARRAY("value"),
    /** Any other type. */
    OTHER("value");

    private final String reader;

    Kind(String reader) {
      this.reader = reader;
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

  /** Whether it is the same type as another; type mirrors have no equality. */
  public boolean same(JavaType other) {
    return kind == other.kind && mirror.toString().equals(other.mirror.toString());
  }
}
