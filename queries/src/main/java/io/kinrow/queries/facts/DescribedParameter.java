package io.kinrow.queries.facts;

/**
 * A parameter of a query.
 *
 * @param list whether it is a list
 * @param origin the column that it is compared with or stored in
 * @param type the Java type of one value
 */
public record DescribedParameter(String name, boolean list, ColumnOrigin origin, String type) {}
