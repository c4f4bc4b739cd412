package io.kinrow.spring;

import io.kinrow.runtime.StatementListener;
import java.util.List;

/**
 * What the databases of an application are made from.
 *
 * @param context where they are
 * @param options that the application sets
 * @param listeners that hear of their statements
 */
record KinrowDatabases(
    KinrowContext context, List<KinrowOptions> options, List<StatementListener> listeners) {}
