/**
 * Kinrow in Spring Boot: generated databases as beans, in Spring's transactions. In: the
 * application's DataSource, transaction manager and settings under {@code kinrow.*}. Out: a bean
 * for each generated database class.
 */
@NullMarked
package io.kinrow.spring;

import org.jspecify.annotations.NullMarked;
