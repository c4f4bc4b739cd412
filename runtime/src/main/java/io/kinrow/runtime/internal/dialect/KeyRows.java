package io.kinrow.runtime.internal.dialect;

import java.util.List;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A set of keys as rows to select from.
 *
 * @param table stands in FROM
 * @param columns the parts of a key
 */
public record KeyRows(Table<?> table, List<Field<?>> columns) {}
