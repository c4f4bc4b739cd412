package io.kinrow.processor.validate;

import io.kinrow.processor.model.DatabaseModel;
import io.kinrow.processor.model.Links;
import java.util.Set;

/**
 * What the rules look at.
 *
 * @param sources qualified names of the classes that javac compiles from source now
 */
record Subject(DatabaseModel database, Links links, Set<String> sources) {}
