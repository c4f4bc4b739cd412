package io.kinrow.migrate.undo;

import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.CommandExtension;

/** Answers {@code Flyway.undo()} and {@code flyway:undo} in place of Flyway's stub. */
public final class UndoCommand implements CommandExtension<UndoResult> {
  /** Above Flyway's stub, which has −100, and above its own row types, which have 0. */
  static final int PRIORITY = 100;

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
