@org.jspecify.annotations.NullMarked
package io.kinrow.migrate.edit;
