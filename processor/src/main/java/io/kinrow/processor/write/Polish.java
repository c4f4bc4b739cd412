package io.kinrow.processor.write;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What JavaPoet lays out otherwise than a formatter would. No string literal spans two lines. */
final class Polish {

  private static final int WIDTH = 100;
  private static final Pattern HEADER =
      Pattern.compile("((?:public )?final class \\S+)( extends .*?)?( implements .*)? \\{");
  private static final Pattern FUNCTION = Pattern.compile("^( {6}BiFunction<[^,]*), ");
  private static final Pattern FIELD = Pattern.compile("(?:  ){1,2}[^ (=\"][^(=\"]*;");

  private Polish() {}

  static String of(String java) {
    List<String> lines = java.lines().map(String::stripTrailing).toList();
    StringBuilder text = new StringBuilder(java.length());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String comment = line.endsWith("/**") ? shortJavadoc(lines, i) : null;
      if (comment != null) {
        text.append(comment).append('\n');
        i += 2; // its other two lines
      } else if (!line.isEmpty() || !betweenFields(lines, i)) {
        text.append(header(line)).append('\n');
      }
    }
    return text.toString();
  }

  private static boolean betweenFields(List<String> lines, int i) {
    return i > 0 && i + 1 < lines.size() && isField(lines.get(i - 1)) && isField(lines.get(i + 1));
  }

  private static boolean isField(String line) {
    return line.endsWith(";") && FIELD.matcher(line).matches();
  }

  /** A comment of one sentence on one line, if that is what begins here and it fits. */
  private static @Nullable String shortJavadoc(List<String> lines, int i) {
    if (i + 2 >= lines.size() || !lines.get(i + 2).stripLeading().equals("*/")) {
      return null;
    }
    String sentence = lines.get(i + 1).stripLeading();
    String line = lines.get(i) + sentence.substring(1) + " */";
    return sentence.startsWith("* ") && line.length() <= WIDTH ? line : null;
  }

  private static String header(String line) {
    if (line.length() <= WIDTH) {
      return line; // nearly all of them
    }
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      return FUNCTION.matcher(line).replaceFirst("$1,\n          ");
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
