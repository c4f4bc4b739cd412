package app;

import io.kinrow.jackson.JacksonConverter;
import org.jooq.JSON;

/** Addresses in json. */
public final class JsonAddressConverter extends JacksonConverter<JSON, Address> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public JsonAddressConverter() {}
}
