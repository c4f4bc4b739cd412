package io.kinrow.migrate.undo;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.output.OperationResultBase;
import org.flywaydb.core.internal.license.VersionPrinter;
import org.jspecify.annotations.Nullable;

/** What {@code Flyway.undo()} returns, with the fields that Flyway documents for its JSON. */
public final class UndoResult extends OperationResultBase {
  /** The version before the undo. */
  public @Nullable String initialSchemaVersion;

  /** The version after the undo; null if nothing is applied any more. */
  public @Nullable String targetSchemaVersion;

  /** The schema that contains the history. */
  public @Nullable String schemaName;

  /** The migrations that were undone, in order. */
  public List<UndoOutput> undoneMigrations = new ArrayList<>();

  /** How many migrations were undone. */
  public int migrationsUndone;

  /** Creates a result without any undone migrations. */
  public UndoResult() {
    flywayVersion = VersionPrinter.getVersion();
    operation = "undo";
  }

  /** One migration that was undone. */
  public static final class UndoOutput {
    /** The version that was undone. */
    public final String version;

    /** The description of the migration. */
    public final String description;

    /** The undo script that ran. */
    public final String filepath;

    /** How long it ran, in milliseconds. */
    public final int executionTime;

    public UndoOutput(String version, String description, String filepath, int executionTime) {
      this.version = version;
      this.description = description;
      this.filepath = filepath;
      this.executionTime = executionTime;
    }
  }
}
