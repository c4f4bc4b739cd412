package io.kinrow.processor.model;

import io.kinrow.runtime.internal.entity.ManagedColumn.Role;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * That a column is written by a rule.
 *
 * @param role what it holds
 * @param defaulted whether a new row without a value gets that of the database
 * @param epoch what a whole number that is a time counts since 1970; null for other types
 * @param asksWhoOrWhen whether its value is a time or a user
 */
public record ManagedModel(
    Role role, boolean defaulted, @Nullable ChronoUnit epoch, boolean asksWhoOrWhen) {}
