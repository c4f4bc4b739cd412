@NullMarked
package io.kinrow.migrate.verify;

import org.jspecify.annotations.NullMarked;
