package io.kinrow.migrate.flyway;

import io.kinrow.migrate.settings.UndoConfiguration;
import io.kinrow.migrate.undo.Undo;
import io.kinrow.migrate.undo.UndoResult;
import io.kinrow.migrate.undo.UndoTarget;
import io.kinrow.migrate.verify.FailedMigration;
import io.kinrow.migrate.verify.FailedUndo;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.CommandExtension;

/** Answers {@code Flyway.undo()} and {@code flyway:undo} in place of Flyway's stub. */
public final class UndoCommand implements CommandExtension<UndoResult> {
  /** Above Flyway's stub, which has −100. */
  private static final int PRIORITY = 100;

  @Override
  public boolean handlesCommand(String command) {
    return "undo".equals(command);
  }

  @Override
  public boolean handlesParameter(String parameter) {
    return false;
  }

  @Override
  public UndoResult handle(Configuration configuration, List<String> flags) throws FlywayException {
    if (UndoConfiguration.in(configuration).isUndoFailed()) {
      FailedUndo undo = new FailedUndo(configuration);
      Optional<FailedMigration> failed = undo.find();
      if (failed.isPresent()) {
        undo.run(failed.get());
        UndoResult result = new UndoResult();
        result.undoneMigrations.add(
            new UndoResult.UndoOutput(
                failed.get().version(), "what ran of it", failed.get().script(), 0));
        result.migrationsUndone = 1;
        return result;
      }
    }
    return new Undo(configuration, UndoTarget.of(configuration)).run();
  }

  @Override
  public String getDescription() {
    return "Undoes the most recently applied versioned migration.";
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }
}
