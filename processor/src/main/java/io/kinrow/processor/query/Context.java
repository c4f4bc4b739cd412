package io.kinrow.processor.query;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.StatementFacts;
import java.util.Map;

/**
 * What the readers of all methods share.
 *
 * @param facts what is known of the statements, by text
 */
record Context(
    DatabaseModel database,
    TypeUses types,
    Visibility visibility,
    Map<String, StatementFacts> facts) {}
