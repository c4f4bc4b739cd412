@NullMarked
package io.kinrow.migrate;

import org.jspecify.annotations.NullMarked;
