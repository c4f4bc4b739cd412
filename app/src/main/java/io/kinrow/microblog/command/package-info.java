/**
 * One class a command: arguments come in, calls of the services and their results go out. The only
 * package, with {@code Main}, that knows picocli.
 */
@NullMarked
package io.kinrow.microblog.command;

import org.jspecify.annotations.NullMarked;
