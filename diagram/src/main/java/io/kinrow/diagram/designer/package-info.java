/**
 * WWW SQL Designer's XML: a desired schema comes in, a file for that page goes out; what the page
 * saved comes in, edits of the schema go out. What its XML cannot say is carried in it as SQL.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.diagram.designer;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
