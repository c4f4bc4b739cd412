package io.kinrow.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of an ordered query: the sort values of the row before it. Its {@link
 * #token()} can travel in a URL or a file; {@link #of} makes a cursor of it again. Immutable.
 */
public final class Cursor {

  private final List<@Nullable String> values;

  private Cursor(List<@Nullable String> values) {
    this.values = values;
  }

  /** The cursor at sort values in their encoded form. Called by queries. */
  public static Cursor at(List<@Nullable String> values) {
    return new Cursor(new ArrayList<>(values));
  }

  /**
   * The cursor of a token.
   *
   * @throws IllegalArgumentException if the text is not a token of a cursor
   */
  public static Cursor of(String token) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      List<@Nullable String> values = new ArrayList<>();
      while (bytes.hasRemaining()) {
        int length = bytes.getInt();
        if (length < 0) {
          values.add(null);
        } else if (length > bytes.remaining()) {
          throw notACursor(token, null);
        } else {
          byte[] text = new byte[length];
          bytes.get(text);
          values.add(new String(text, StandardCharsets.UTF_8));
        }
      }
      return new Cursor(values);
    } catch (java.nio.BufferUnderflowException e) {
      throw notACursor(token, e);
    } catch (IllegalArgumentException e) {
      throw e.getMessage() != null && e.getMessage().startsWith("'") ? e : notACursor(token, e);
    }
  }

  private static IllegalArgumentException notACursor(
      String token, @Nullable RuntimeException cause) {
    return new IllegalArgumentException(
        "'" + token + "' is not a cursor: pass the token of a Slice.next(), unchanged", cause);
  }

  /** The sort values in their encoded form, unmodifiable. Called by queries. */
  public List<@Nullable String> values() {
    return Collections.unmodifiableList(values);
  }

  /** The cursor as text of letters, digits, '-' and '_'. */
  public String token() {
    List<byte[]> parts = new ArrayList<>();
    int length = 0;
    for (String value : values) {
      byte[] part = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
      parts.add(part);
      length += 4 + part.length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (int i = 0; i < parts.size(); i++) {
      bytes.putInt(values.get(i) == null ? -1 : parts.get(i).length).put(parts.get(i));
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cursor that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return token();
  }
}
