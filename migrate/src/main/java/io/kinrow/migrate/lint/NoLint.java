package io.kinrow.migrate.lint;

import io.kinrow.migrate.sql.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comment {@code -- kinrow:nolint KL07 reason}: what the rule finds in this file is meant.
 *
 * @param line where it stands
 */
record NoLint(LintedScript script, int line, Rule rule) {

  private static final String MARK = "kinrow:nolint";

  /** Those of a file; what is wrong with them is added to the problems. */
  static List<NoLint> of(LintedScript script, List<String> problems) {
    List<NoLint> found = new ArrayList<>();
    for (Tokenizer.Comment comment : Tokenizer.comments(script.text())) {
      String text = comment.inside();
      if (!text.startsWith(MARK)) {
        continue;
      }
      String place = script.name() + ":" + comment.line() + ": ";
      String[] parts = text.substring(MARK.length()).strip().split("\\s+", 2);
      if (parts.length < 2 || parts[1].isBlank()) {
        problems.add(place + "name the rule and the reason: -- kinrow:nolint KL07 the reason");
        continue;
      }
      for (String code : parts[0].split(",", 0)) {
        Optional<Rule> rule = Rule.of(code);
        if (rule.isEmpty()) {
          problems.add(place + "there is no rule " + code + "; the rules are KL01 to KL13");
        } else if (rule.get() == Rule.UNUSED_NOLINT) {
          problems.add(place + code + " is about these comments: remove the comment instead");
        } else {
          found.add(new NoLint(script, comment.line(), rule.get()));
        }
      }
    }
    return found;
  }
}
