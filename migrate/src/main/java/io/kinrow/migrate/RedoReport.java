package io.kinrow.migrate;

/**
 * What a redo did: the latest migration undone and applied again. Immutable.
 *
 * @param undo the first half
 * @param migrate the second half
 */
public record RedoReport(UndoReport undo, MigrateReport migrate) {}
