package io.kinrow.runtime.internal.dialect;

import java.util.List;

/**
 * A list of values as one bind, or one for each column of its rows.
 *
 * @param operator what stands behind the columns, with places {@code {1}}, {@code {2}}… for the
 *     binds
 * @param binds in the form in which they are bound
 */
public record OneBind(String operator, List<Object> binds) {}
