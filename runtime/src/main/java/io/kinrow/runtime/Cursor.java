package io.kinrow.runtime;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of an ordered query: the sort values of a row, and whether the place is
 * before or after that row. Its {@link #token()} can be sent in a URL or stored in a file; {@link
 * #of} turns it back into a cursor. A cursor belongs to one order of one table: any other query
 * refuses it. Immutable.
 *
 * <p>A token is neither secret nor signed: anyone who can read it sees the sort values, and a
 * forged token leads to a different place among the same rows, never to rows that the query
 * excludes.
 */
public final class Cursor {

  /** The first byte of each token, so that a later format can be told from this one. */
  private static final int VERSION = 2;

  private static final int LONGEST_QUOTED = 80;

  private final long order;
  private final boolean behind;
  private final List<@Nullable String> values;

  private Cursor(long order, boolean behind, List<@Nullable String> values) {
    this.order = order;
    this.behind = behind;
    this.values = values;
  }

  /**
   * Returns the place next to a row. Called by queries.
   *
   * @param order the fingerprint of the order in which the rows are sorted
   * @param behind whether the place is after the row instead of before it
   * @param values the row's sort values in their encoded form
   */
  public static Cursor at(long order, boolean behind, List<@Nullable String> values) {
    return new Cursor(order, behind, new ArrayList<>(values));
  }

  /**
   * Returns the cursor that a token stands for.
   *
   * @throws IllegalArgumentException if the text is not the complete and unchanged token of a
   *     cursor
   */
  public static Cursor of(String token) {
    Given.present(token, "a cursor", "the token", "it is null");
    Cursor cursor;
    try {
      cursor = read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw notACursor(token, e);
    }
    // the bits that Base64 leaves unused, the checksum, and bytes that are not UTF-8
    if (!cursor.token().equals(token)) {
      throw notACursor(token, null);
    }
    return cursor;
  }

  private static Cursor read(ByteBuffer bytes) {
    if (bytes.get() != VERSION) {
      throw new IllegalArgumentException("not a token of this version");
    }
    boolean behind = bytes.get() == 1;
    long order = bytes.getLong();
    List<@Nullable String> values = new ArrayList<>();
    while (bytes.remaining() > Integer.BYTES) {
      int length = bytes.getInt();
      if (length > bytes.remaining()) {
        throw new IllegalArgumentException("cut short");
      }
      if (length < 0) {
        values.add(null);
      } else {
        byte[] text = new byte[length];
        bytes.get(text);
        values.add(new String(text, StandardCharsets.UTF_8));
      }
    }
    return new Cursor(order, behind, values);
  }

  private static IllegalArgumentException notACursor(
      String token, @Nullable RuntimeException cause) {
    String shown =
        token.length() <= LONGEST_QUOTED ? token : token.substring(0, LONGEST_QUOTED) + "…";
    return new IllegalArgumentException(
        "'" + shown + "' is not a cursor: pass the token of Slice.next() or previous() unchanged",
        cause);
  }

  /** Returns the fingerprint of the order that this place belongs to. Called by queries. */
  public long order() {
    return order;
  }

  /** Returns whether the place is after the row with these values instead of before it. */
  public boolean behind() {
    return behind;
  }

  /** Returns the sort values in their encoded form, as an unmodifiable list. Called by queries. */
  public List<@Nullable String> values() {
    return Collections.unmodifiableList(values);
  }

  /** Returns the cursor as a text of letters, digits, '-' and '_'. */
  public String token() {
    List<byte[]> parts = new ArrayList<>();
    int length = 2 + Long.BYTES + Integer.BYTES;
    for (String value : values) {
      byte[] part = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
      parts.add(part);
      length += Integer.BYTES + part.length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    bytes.put((byte) VERSION).put((byte) (behind ? 1 : 0)).putLong(order);
    for (int i = 0; i < parts.size(); i++) {
      bytes.putInt(values.get(i) == null ? -1 : parts.get(i).length).put(parts.get(i));
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes.array(), 0, bytes.position());
    bytes.putInt((int) checksum.getValue());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cursor that
        && order == that.order
        && behind == that.behind
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(order) + values.hashCode();
  }

  @Override
  public String toString() {
    return token();
  }
}
