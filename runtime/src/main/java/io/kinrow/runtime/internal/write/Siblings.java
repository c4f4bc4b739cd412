package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.internal.entity.Kin;
import java.util.List;

/**
 * Rows that were inserted together.
 *
 * @param entities the rows in the order of their drafts
 * @param places the place of each in its kin
 */
@SuppressWarnings("ArrayRecordComponent")
record Siblings<E>(List<E> entities, Kin kin, int[] places) {}
