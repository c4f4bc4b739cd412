/** JSON: texts of requests come in and become checked fields, plain values go out as text. */
@ApiStatus.Internal
@NullMarked
package io.kinrow.designer.json;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
