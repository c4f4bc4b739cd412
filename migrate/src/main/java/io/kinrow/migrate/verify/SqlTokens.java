package io.kinrow.migrate.verify;

import io.kinrow.migrate.sql.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL without its comments, spaces, quotes and case, so that only its meaning is compared. */
final class SqlTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|`[^`]*`|\\[[^\\]]*\\]"
              + "|[\\p{L}_0-9.$@:]+|\\|\\||<>|[<>=!]=|\\S",
          Pattern.DOTALL);

  private SqlTokens() {}

  static List<String> of(String sql) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      String token = matcher.group();
      if (!token.startsWith("--") && !token.startsWith("/*")) {
        tokens.add(canonical(token));
      }
    }
    return tokens;
  }

  static String text(String sql) {
    return String.join(" ", of(sql));
  }

  private static String canonical(String token) {
    char first = token.charAt(0);
    if (first == '\'') {
      return token;
    }
    String bare =
        token.length() > 1 && (first == '"' || first == '`' || first == '[')
            ? token.substring(1, token.length() - 1)
            : token;
    return Names.folded(bare);
  }
}
