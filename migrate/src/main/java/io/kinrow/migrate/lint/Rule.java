package io.kinrow.migrate.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules of lint. Codes are stable; each rule can be switched off. */
public enum Rule {
  /** A table or column is dropped with its data, and nothing keeps the data. */
  DESTRUCTIVE("KL01"),
  /** A foreign key whose columns no index starts with: deletes and joins read the whole table. */
  FOREIGN_KEY_WITHOUT_INDEX("KL02"),
  /** A pending migration rebuilds a large table. */
  LARGE_TABLE_REBUILT("KL03"),
  /** A column becomes NOT NULL, and the script gives no value to rows without one. */
  NOT_NULL_WITHOUT_FILL("KL04"),
  /** A migration was changed after it was applied. */
  APPLIED_MIGRATION_CHANGED("KL05"),
  /** A migration has no undo script. */
  NO_UNDO("KL06"),
  /** A script drops a table whose child rows are deleted with it if foreign keys are on. */
  CASCADING_DROP("KL07"),
  /** A table loses its primary key, or everything that {@code CREATE TABLE … AS} does not copy. */
  KEY_LOST("KL08"),
  /** A DELETE or UPDATE without WHERE on a table that already had rows. */
  WITHOUT_WHERE("KL09"),
  /** A foreign key is left without the table that it references. */
  FOREIGN_KEY_WITHOUT_PARENT("KL10"),
  /** A script starts or ends a transaction on its own, so it cannot be rolled back as a whole. */
  TRANSACTION_STATEMENT("KL11"),
  /** A {@code kinrow:nolint} comment does not suppress anything. */
  UNUSED_NOLINT("KL12"),
  /** A file is named almost like a script, so Flyway ignores it. */
  MISNAMED("KL13");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  /** Returns the code, such as {@code KL01}. */
  public String code() {
    return code;
  }

  /** Returns the rule with a code or name, ignoring case: {@code kl01} or {@code destructive}. */
  public static Optional<Rule> of(String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values())
        .filter(rule -> rule.code.equals(name) || rule.name().equals(name))
        .findFirst();
  }
}
