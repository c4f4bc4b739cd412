package io.kinrow.migrate;

/**
 * What a redo did: it undid the latest migration and applied it again. Immutable.
 *
 * @param undo what the undo did
 * @param migrate what applying it again did
 */
public record RedoReport(UndoReport undo, MigrateReport migrate) {}
