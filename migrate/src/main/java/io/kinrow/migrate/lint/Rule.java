package io.kinrow.migrate.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What lint looks for. Codes are stable; each can be switched off. */
public enum Rule {
  /** A table or column goes with its data, and nothing keeps it. */
  DESTRUCTIVE("KL01"),
  /** A foreign key whose columns no index starts with: deletes and joins read the whole table. */
  FOREIGN_KEY_WITHOUT_INDEX("KL02"),
  /** A pending migration writes a large table anew. */
  LARGE_TABLE_REBUILT("KL03"),
  /** A column becomes NOT NULL and the script gives rows that have none no value. */
  NOT_NULL_WITHOUT_FILL("KL04"),
  /** A migration was changed after it was applied. */
  APPLIED_MIGRATION_CHANGED("KL05"),
  /** A migration has no undo. */
  NO_UNDO("KL06"),
  /** A script drops a table whose children go with it where foreign keys are on. */
  CASCADING_DROP("KL07"),
  /** A table loses its primary key, or all that {@code CREATE TABLE … AS} does not take over. */
  KEY_LOST("KL08"),
  /** A DELETE or UPDATE without WHERE of a table that had rows before. */
  WITHOUT_WHERE("KL09"),
  /** A foreign key is left without the table that it refers to. */
  FOREIGN_KEY_WITHOUT_PARENT("KL10"),
  /** A script ends or begins a transaction itself, so that it cannot be rolled back as a whole. */
  TRANSACTION_STATEMENT("KL11"),
  /** A {@code kinrow:nolint} comment that silences nothing. */
  UNUSED_NOLINT("KL12"),
  /** A file that is named almost like a script, which Flyway passes over. */
  MISNAMED("KL13");

  private final String code;

  Rule(String code) {
    this.code = code;
  }

  /** The code, {@code KL01}. */
  public String code() {
    return code;
  }

  /** The rule of a code or name, in any case of letters: {@code kl01} or {@code destructive}. */
  public static Optional<Rule> of(String text) {
    String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values())
        .filter(rule -> rule.code.equals(name) || rule.name().equals(name))
        .findFirst();
  }
}
