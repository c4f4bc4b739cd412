package io.kinrow.runtime.internal.query;

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
 * A place between two rows of an ordered query: what people hold as a cursor.
 *
 * @param order the fingerprint of the order in which the rows are sorted
 * @param behind whether the place is after the row with these values instead of before it
 * @param values the row's sort values in their encoded form
 */
public record Place(long order, boolean behind, List<@Nullable String> values) {

  /** The first byte of each token, so that a later format can be told from this one. */
  private static final int VERSION = 2;

  private static final int LONGEST_QUOTED = 80;

  public Place {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** The same place, seen as the other side of its row. */
  Place otherSide() {
    return new Place(order, !behind, values);
  }

  /**
   * The place that a token stands for.
   *
   * @throws IllegalArgumentException if the text is not the complete and unchanged token of a
   *     cursor
   */
  public static Place of(String token) {
    Place place;
    try {
      place = read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw notACursor(token, e);
    }
    // the bits that Base64 leaves unused, the checksum, and bytes that are not UTF-8
    if (!place.token().equals(token)) {
      throw notACursor(token, null);
    }
    return place;
  }

  private static Place read(ByteBuffer bytes) {
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
    return new Place(order, behind, values);
  }

  private static IllegalArgumentException notACursor(
      String token, @Nullable RuntimeException cause) {
    String shown =
        token.length() <= LONGEST_QUOTED ? token : token.substring(0, LONGEST_QUOTED) + "…";
    return new IllegalArgumentException(
        "'" + shown + "' is not a cursor: pass the token of Slice.next() or previous() unchanged",
        cause);
  }

  /** The place as a text of letters, digits, '-' and '_'. */
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
}
