package io.kinrow.runtime.internal.dialect;

import java.util.HexFormat;
import org.jooq.exception.DataTypeException;

/**
 * A stored value that cannot be read as its column's Java type without losing something, or a value
 * that cannot be stored without losing something. Whoever knows the table says where.
 */
public final class UnfitValueException extends DataTypeException {

  private static final long serialVersionUID = 1;

  private static final int LONGEST_SHOWN = 60;

  private static final String NULL =
      "the stored value is NULL, although the schema says NOT NULL; correct it in the database";

  private final int position;
  private final String what;

  UnfitValueException(int position, String what) {
    super(position == 0 ? what : "column " + position + ": " + what);
    this.position = position;
    this.what = what;
  }

  /**
   * What a converter said of a value.
   *
   * @param position that of the value in its row, from 1; 0 if it is not known
   */
  public static UnfitValueException of(int position, DataTypeException refusal) {
    if (refusal instanceof UnfitValueException unfit) {
      return unfit.position == 0 ? unfit.at(position) : unfit;
    }
    UnfitValueException unfit =
        new UnfitValueException(position, String.valueOf(refusal.getMessage()));
    unfit.initCause(refusal);
    return unfit;
  }

  /** For a NULL that the schema rules out. */
  public static UnfitValueException isNull(int position) {
    return new UnfitValueException(position, NULL);
  }

  /** Whether it is about a NULL. */
  public boolean isNull() {
    return what.equals(NULL);
  }

  static UnfitValueException unfit(Object stored, int position, String what) {
    return because(shown(stored), position, what);
  }

  /** For characters of which it is not known whether they are stored as TEXT or as a BLOB. */
  static UnfitValueException unfitText(String text, int position, String what) {
    return because(quoted(text), position, what);
  }

  private static UnfitValueException because(String shown, int position, String what) {
    return new UnfitValueException(
        position, "the stored value " + shown + " is not " + what + "; correct it in the database");
  }

  /** The beginning of a text, with half surrogates, which a log cannot show, as their numbers. */
  static String quoted(String text) {
    StringBuilder shown = new StringBuilder("'");
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(
            c -> {
              if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                shown.append(String.format("\\u%04x", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown
        .append(text.codePointCount(0, text.length()) > LONGEST_SHOWN ? "…'" : "'")
        .toString();
  }

  private static String shown(Object stored) {
    if (stored instanceof byte[] bytes) {
      String hex = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_SHOWN / 2));
      return "x'" + hex + (bytes.length > LONGEST_SHOWN / 2 ? "…" : "") + "' (BLOB)";
    } else if (stored instanceof String text) {
      return quoted(text) + " (TEXT)";
    }
    return stored
        + (stored instanceof Double || stored instanceof Float ? " (REAL)" : " (INTEGER)");
  }

  /** The position of the value in its row or statement, from 1; 0 if it is not known. */
  public int position() {
    return position;
  }

  /** The same at a position of its row, from 1. */
  public UnfitValueException at(int found) {
    return new UnfitValueException(found, what);
  }

  /** The same at a place that a person can find. */
  public DataTypeException at(String place) {
    return new DataTypeException(place + ": " + what, this);
  }
}
