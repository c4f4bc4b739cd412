package app;

import io.kinrow.jackson.JacksonConverter;
import java.util.Map;
import org.jooq.JSONB;

/** Notes in jsonb. */
public final class JsonbNotesConverter extends JacksonConverter<JSONB, Map<String, Object>> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public JsonbNotesConverter() {}
}
