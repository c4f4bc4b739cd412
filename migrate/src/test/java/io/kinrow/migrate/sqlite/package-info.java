@NullMarked
package io.kinrow.migrate.sqlite;

import org.jspecify.annotations.NullMarked;
