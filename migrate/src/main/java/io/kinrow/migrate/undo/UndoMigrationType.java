package io.kinrow.migrate.undo;

import org.flywaydb.core.extensibility.MigrationType;

/** The type Flyway gives to undo scripts. */
enum UndoMigrationType implements MigrationType {
  UNDO_SQL;

  @Override
  public boolean isUndo() {
    return true;
  }

  @Override
  public boolean isSynthetic() {
    return false;
  }

  @Override
  public boolean isBaseline() {
    return false;
  }
}
