package io.kinrow.maven.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A hash over named contents, in the order in which they are added. */
public final class Fingerprint {

  private final MessageDigest digest;

  /** Of nothing yet. */
  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a content. */
  public Fingerprint add(String name, byte[] content) {
    addSized(name.getBytes(StandardCharsets.UTF_8));
    addSized(content);
    return this;
  }

  /** Adds a text. */
  public Fingerprint add(String name, String content) {
    return add(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds contents under their names. */
  public Fingerprint add(Map<String, byte[]> files) {
    files.forEach(this::add);
    return this;
  }

  /** Returns the hash; nothing can be added afterwards. */
  public String value() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length, or two contents could be cut elsewhere and hash alike. */
  private void addSized(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
