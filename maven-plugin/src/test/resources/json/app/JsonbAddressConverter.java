package app;

import io.kinrow.jackson.JacksonConverter;
import org.jooq.JSONB;

/** Addresses in jsonb. */
public final class JsonbAddressConverter extends JacksonConverter<JSONB, Address> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public JsonbAddressConverter() {}
}
