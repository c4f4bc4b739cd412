package app;

import io.kinrow.jackson.JacksonConverter;
import java.util.List;
import org.jooq.JSON;

/** Phones in json. */
public final class PhonesConverter extends JacksonConverter<JSON, List<Phone>> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public PhonesConverter() {}
}
