package io.kinrow.diagram.designer;

import io.kinrow.migrate.settings.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The text of a schema's file as XML can hold it. XML turns all line breaks into line feeds, so a
 * text says which ones it has; what XML cannot hold at all is in Base64.
 *
 * @param lineEnds {@code lf}, {@code crlf}, or {@code base64}
 */
record CarriedSql(String lineEnds, String content) {

  static CarriedSql of(String text) {
    String lines = text.replace("\r\n", "\n");
    boolean crlf = lines.length() < text.length();
    boolean same = (crlf ? lines.replace("\n", "\r\n") : lines).equals(text);
    if (same && lines.indexOf('\r') < 0 && DesignerText.isXml(text) && !text.startsWith("\uFEFF")) {
      return new CarriedSql(crlf ? "crlf" : "lf", lines);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new CarriedSql("base64", Base64.getEncoder().encodeToString(bytes));
  }

  String text() {
    return switch (lineEnds) {
      case "lf" -> content;
      case "crlf" -> content.replace("\n", "\r\n");
      case "base64" -> decoded();
      default -> throw broken();
    };
  }

  private String decoded() {
    try {
      return new String(Base64.getDecoder().decode(content.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw broken();
    }
  }

  private static RefusedException broken() {
    return RefusedException.because(
        "The schema that the file carries was changed by hand; export it again");
  }
}
