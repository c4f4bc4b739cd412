/**
 * Files and folders come in, copies and hashes of them go out: what tells whether something is as
 * it was.
 */
@ApiStatus.Internal
@NullMarked
package io.kinrow.maven.files;

import org.jetbrains.annotations.ApiStatus;
import org.jspecify.annotations.NullMarked;
