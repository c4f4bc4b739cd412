package io.kinrow.microblog.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** SQL with its keywords and comments coloured on a terminal. */
final class SqlColours {

  private static final Pattern PARTS =
      Pattern.compile(
          "(?<comment>--[^\\n]*)|(?<text>'(?:[^']|'')*+'|\"[^\"]*\")"
              + "|\\b(?<word>CREATE|TABLE|INDEX|UNIQUE|VIEW|TRIGGER|DROP|ALTER|ADD|COLUMN|RENAME|TO"
              + "|INSERT|INTO|SELECT|FROM|WHERE|UPDATE|SET|DELETE|NOT|NULL|DEFAULT|PRIMARY|KEY"
              + "|REFERENCES|FOREIGN|CONSTRAINT|CHECK|ON|AS|BEGIN|END|CASCADE|VALUES)\\b");

  private SqlColours() {}

  static String of(String sql) {
    if (!Ansi.AUTO.enabled()) {
      return sql;
    }
    return PARTS
        .matcher(sql)
        .replaceAll(
            part -> {
              String code = part.group(1) != null ? "2" : part.group(2) != null ? "32" : "1;34";
              return Matcher.quoteReplacement("\u001b[" + code + "m" + part.group() + "\u001b[0m");
            });
  }
}
