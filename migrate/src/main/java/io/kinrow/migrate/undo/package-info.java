/**
 * The Flyway plug-in: {@code U…} scripts come in as resolved migrations, {@code Flyway.undo()} goes
 * out as scripts run backwards and rows in Flyway's own schema history.
 *
 * <p>Flyway finds these classes through {@code META-INF/services}; a program calls {@link
 * io.kinrow.migrate.Migrations} or {@code Flyway.undo()} instead.
 */
@NullMarked
package io.kinrow.migrate.undo;

import org.jspecify.annotations.NullMarked;
