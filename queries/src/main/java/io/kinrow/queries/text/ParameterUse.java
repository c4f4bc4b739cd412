package io.kinrow.queries.text;

/**
 * A place where a parameter is used.
 *
 * @param parameter index of the parameter
 * @param token index of its token
 * @param list whether it is a list here: {@code in (:ids)}
 */
public record ParameterUse(int parameter, int token, boolean list) {}
