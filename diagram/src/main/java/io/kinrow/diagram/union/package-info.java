/**
 * Puts several schemas into one picture: two or more models come in, and out goes a picture of all
 * that is in one of them, with marks for what differs or with the versions that each part belongs
 * to.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.diagram.union;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
