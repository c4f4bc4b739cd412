/**
 * The work of the commands, without picocli: generated repositories come in, entities and numbers
 * go out.
 */
@NullMarked
package io.kinrow.microblog.service;

import org.jspecify.annotations.NullMarked;
