/**
 * Converters between JSON columns and classes of your own. In comes what the database has, out goes
 * what Jackson makes of it; {@link io.kinrow.jackson.JacksonConverter} is for Jackson 3, {@link
 * io.kinrow.jackson.Jackson2Converter} for Jackson 2.
 */
@NullMarked
package io.kinrow.jackson;

import org.jspecify.annotations.NullMarked;
