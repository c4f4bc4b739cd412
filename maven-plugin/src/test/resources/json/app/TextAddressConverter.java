package app;

import io.kinrow.jackson.JacksonConverter;

/** Addresses in text. */
public final class TextAddressConverter extends JacksonConverter<String, Address> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public TextAddressConverter() {}
}
