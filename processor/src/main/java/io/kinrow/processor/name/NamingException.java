package io.kinrow.processor.name;

import java.util.List;

/**
 * Overrides of names that cannot be followed; the message lists every one of them with its remedy.
 */
public final class NamingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NamingException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
