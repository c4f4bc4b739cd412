package io.kinrow.designer.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What the page has to send with each request; another one every time the server starts. */
public final class AccessToken {

  private static final int BYTES = 32;

  private final String text;

  private final AtomicBoolean used = new AtomicBoolean();

  private AccessToken(String text) {
    this.text = text;
  }

  /** Returns a new one. */
  public static AccessToken random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new AccessToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Returns its text, which belongs in the fragment of an address: browsers do not send that. */
  public String text() {
    return text;
  }

  /** Returns whether a text is this token, and was never asked about successfully before. */
  boolean matchesOnce(@Nullable String other) {
    return matches(other) && used.compareAndSet(false, true);
  }

  /** Returns whether a text is this token, in a time that does not depend on where they differ. */
  boolean matches(@Nullable String other) {
    return other != null
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
