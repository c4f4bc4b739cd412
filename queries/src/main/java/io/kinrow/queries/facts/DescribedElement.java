package io.kinrow.queries.facts;

/**
 * One of the values of each element of a list of rows.
 *
 * @param origin the column that it is compared with
 * @param type its Java type
 */
public record DescribedElement(ColumnOrigin origin, String type) {}
