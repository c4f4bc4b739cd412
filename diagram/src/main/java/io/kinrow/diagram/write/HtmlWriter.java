package io.kinrow.diagram.write;

import io.kinrow.diagram.layout.Scene;
import io.kinrow.diagram.model.ErVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes one page that contains all that it needs: its pictures, its style and its script, and
 * nothing else may be loaded or run.
 */
public final class HtmlWriter {

  private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

  private HtmlWriter() {}

  /**
   * Returns the page.
   *
   * @param all the picture with all columns
   * @param keys the same with the columns in keys only
   * @param versions the versions that can be chosen; none if there is no choice
   * @param keysOnly whether it opens with the columns in keys only
   */
  public static String of(Scene all, Scene keys, List<ErVersion> versions, boolean keysOnly) {
    String style = Resources.text("er.css") + Resources.text("page.css");
    String script = Resources.text("page.js");
    Map<String, String> parts =
        Map.of(
            "TITLE", Markup.escaped(all.picture().title()),
            "STYLE", style,
            "STYLE_HASH", hash(style),
            "SCRIPT", script,
            "SCRIPT_HASH", hash(script),
            "ALL", SvgWriter.element(all, "all"),
            "KEYS", SvgWriter.element(keys, "keys-only"),
            "DATA", data(versions, keysOnly));
    return PLACE
        .matcher(Resources.text("page.html"))
        .replaceAll(match -> Matcher.quoteReplacement(parts.get(match.group(1))));
  }

  private static String data(List<ErVersion> versions, boolean keysOnly) {
    return versions.stream()
        .map(version -> json(version.toString()))
        .collect(Collectors.joining(",", "{\"versions\":[", "],\"keysOnly\":" + keysOnly + "}"));
  }

  /** A string for JSON in a page: nothing in it ends the element or the line. */
  private static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean plain = c >= ' ' && c < 0x7F && c != '"' && c != '\\' && c != '<' && c != '&';
      json.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return json.append('"').toString();
  }

  /** What the page's policy allows a script or a style by. */
  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
