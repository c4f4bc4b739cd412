@NullMarked
package io.kinrow.migrate.script;

import org.jspecify.annotations.NullMarked;
