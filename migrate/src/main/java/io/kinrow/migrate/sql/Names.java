package io.kinrow.migrate.sql;

import java.util.Set;
import java.util.regex.Pattern;

/** Writes names so that SQLite reads them back as they are. */
public final class Names {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** The keywords that SQLite does not take for a bare name. */
  private static final Set<String> RESERVED =
      Set.of(
          ("add all alter and as autoincrement between case check collate commit constraint create"
                  + " cross current_date current_time current_timestamp default deferrable delete"
                  + " distinct drop else escape except exists foreign from full generated group"
                  + " having if in index indexed inner insert intersect into is isnull join key"
                  + " left limit natural not notnull null nothing on or order outer primary"
                  + " raise references returning right select set table then to transaction true false"
                  + " union unique update using values view virtual when where with without"
                  + " begin end cast desc asc")
              .split(" "));

  private Names() {}

  /** Returns the name as it stands in SQL, in double quotes only where it needs them. */
  public static String sql(String name) {
    return isPlain(name) && !isReserved(name) ? name : quoted(name);
  }

  /** Returns whether SQLite may take a word for a keyword. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(folded(word));
  }

  /**
   * Returns the name in the one case of letters that SQLite compares it in: only A to Z have two.
   */
  public static String folded(String name) {
    int first = 0;
    while (first < name.length() && !isCapital(name.charAt(first))) {
      first++;
    }
    if (first == name.length()) {
      return name;
    }
    char[] folded = name.toCharArray();
    for (int i = first; i < folded.length; i++) {
      if (isCapital(folded[i])) {
        folded[i] = (char) (folded[i] + 'a' - 'A');
      }
    }
    return new String(folded);
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Returns whether two names are one to SQLite. */
  public static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches();
  }

  /** Returns a text as a string of SQL. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Returns the name in double quotes. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
