package app;

import io.kinrow.jackson.JacksonConverter;
import java.util.Map;

/** Notes in text. */
public final class TextNotesConverter extends JacksonConverter<String, Map<String, Object>> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public TextNotesConverter() {}
}
