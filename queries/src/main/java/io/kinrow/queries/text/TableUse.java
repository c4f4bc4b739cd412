package io.kinrow.queries.text;

/**
 * A table, view, common table expression, function or subquery that a statement names.
 *
 * @param schema the schema before its name; empty if there is none
 * @param name its name without quotes; empty for a subquery
 * @param alias the name that its columns are qualified with; empty if there is none
 * @param token index of the token of the name or, for a subquery, of its parenthesis
 * @param target whether rows of it are inserted, updated or deleted
 * @param optional whether an outer join joins it
 */
public record TableUse(
    String schema, String name, String alias, int token, boolean target, boolean optional) {}
