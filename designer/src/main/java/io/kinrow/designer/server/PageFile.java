package io.kinrow.designer.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A file of the page, which is the same for everyone. */
public record PageFile(String contentType, String text) {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8");

  /**
   * Reads a resource.
   *
   * @param owner a class in the package of the resource
   * @param name its name, whose extension decides the content type
   */
  public static PageFile of(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      String extension = name.substring(name.lastIndexOf('.') + 1);
      return new PageFile(
          Objects.requireNonNull(TYPES.get(extension)),
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
