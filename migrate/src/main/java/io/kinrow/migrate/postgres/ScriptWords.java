package io.kinrow.migrate.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a script of PostgreSQL that are not inside anything else. */
final class ScriptWords {
  private static final Pattern TAG = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern COMMENT_MARK = Pattern.compile("/\\*|\\*/");
  private static final Pattern COPY = Pattern.compile("(?is)\\s*COPY\\b.*\\bFROM\\s+STDIN\\b.*");

  private ScriptWords() {}

  /**
   * The text without comments, strings, quoted names, bodies of functions and the data of a {@code
   * COPY}; each of them is a blank, a line that ends inside one is still a line.
   */
  static String of(String sql) {
    StringBuilder rest = new StringBuilder();
    Matcher tag = TAG.matcher(sql);
    int at = 0;
    int statement = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      int end;
      if (c == ';') {
        rest.append(c);
        at++;
        boolean data = COPY.matcher(rest.substring(statement)).matches();
        statement = rest.length();
        if (!data) {
          continue;
        }
        end = after(sql, "\n\\.", at);
      } else if (sql.startsWith("--", at)) {
        end = after(sql, "\n", at);
      } else if (sql.startsWith("/*", at)) {
        end = afterComment(sql, at);
      } else if (c == '\'' || c == '"') {
        boolean escapes = c == '\'' && at > 0 && (sql.charAt(at - 1) | 32) == 'e';
        end = afterQuote(sql, c, at + 1, escapes);
      } else if (c == '$' && !isInName(sql, at) && tag.region(at, sql.length()).lookingAt()) {
        end = after(sql, tag.group(), tag.end());
      } else {
        rest.append(c);
        at++;
        continue;
      }
      rest.append(' ');
      sql.substring(at, end).chars().filter(ch -> ch == '\n').forEach(ch -> rest.append('\n'));
      at = end;
    }
    return rest.toString();
  }

  /** A dollar inside a name quotes nothing. */
  private static boolean isInName(String sql, int at) {
    return at > 0 && (Character.isLetterOrDigit(sql.charAt(at - 1)) || sql.charAt(at - 1) == '_');
  }

  /** Comments may stand in comments. */
  private static int afterComment(String sql, int from) {
    Matcher mark = COMMENT_MARK.matcher(sql);
    int depth = 0;
    for (int at = from; mark.find(at); at = mark.end()) {
      depth += mark.group().equals("/*") ? 1 : -1;
      if (depth == 0) {
        return mark.end();
      }
    }
    return sql.length();
  }

  private static int after(String sql, String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }

  private static int afterQuote(String sql, char quote, int from, boolean escapes) {
    int at = from;
    while (at < sql.length() && sql.charAt(at) != quote) {
      at += escapes && sql.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, sql.length());
  }
}
