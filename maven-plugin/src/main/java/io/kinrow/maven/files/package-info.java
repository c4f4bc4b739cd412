/**
 * Files and folders come in, copies and hashes of them go out: what tells whether something is as
 * it was.
 */
@NullMarked
package io.kinrow.maven.files;

import org.jspecify.annotations.NullMarked;
