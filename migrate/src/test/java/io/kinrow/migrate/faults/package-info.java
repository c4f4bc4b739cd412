/** Killed processes, full disks, read-only files and many processes at once, on real files. */
@NullMarked
package io.kinrow.migrate.faults;

import org.jspecify.annotations.NullMarked;
