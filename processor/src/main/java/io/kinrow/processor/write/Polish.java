package io.kinrow.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JavaPoet lays out otherwise than a formatter would. No string literal spans two lines. */
final class Polish {

  private static final int WIDTH = 100;
  private static final Pattern SHORT_JAVADOC =
      Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
  private static final Pattern HEADER =
      Pattern.compile("((?:public )?final class \\S+)( extends .*?)?( implements .*)? \\{");
  private static final Pattern FIELD = Pattern.compile("(?:  ){1,2}[^ (=\"][^(=\"]*;");

  private Polish() {}

  static String of(String java) {
    List<String> lines = new ArrayList<>();
    List<String> old = java.lines().map(String::stripTrailing).toList();
    for (int i = 0; i < old.size(); i++) {
      if (!betweenFields(old, i)) {
        lines.add(header(old.get(i)));
      }
    }
    return javadoc(String.join("\n", lines) + "\n");
  }

  private static boolean betweenFields(List<String> lines, int i) {
    return lines.get(i).isEmpty()
        && i > 0
        && i + 1 < lines.size()
        && FIELD.matcher(lines.get(i - 1)).matches()
        && FIELD.matcher(lines.get(i + 1)).matches();
  }

  private static String javadoc(String java) {
    return SHORT_JAVADOC
        .matcher(java)
        .replaceAll(
            comment -> {
              String line = comment.group(1) + "/** " + comment.group(2) + " */";
              return Matcher.quoteReplacement(line.length() <= WIDTH ? line : comment.group());
            });
  }

  private static String header(String line) {
    if (line.length() <= WIDTH) {
      return line; // nearly all of them
    }
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      return line;
    }
    StringBuilder text = new StringBuilder(header.group(1));
    for (int part = 2; part <= 3; part++) {
      if (header.group(part) != null) {
        text.append(clause("\n   " + header.group(part)));
      }
    }
    return text.append(" {").toString();
  }

  /** A clause on its line, or with one type a line. */
  private static String clause(String clause) {
    return clause.length() < WIDTH
        ? clause
        : clause
            .replaceFirst("(?<=Repository)<", "<\n        ")
            .replaceFirst("^(\\s*implements) ", "$1\n        ")
            .replace(", ", ",\n        ");
  }
}
