package io.kinrow.maven;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lines of {@code <names>}: what is named, an equals sign, the names. */
final class NamesText {

  private NamesText() {}

  static Map<String, String> parse(String text) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        int equals = line.indexOf('=');
        if (equals < 1) {
          throw new GenerationException(
              "Kinrow: <names> has the line \""
                  + line
                  + "\"; write each line like posts.user_id = author or users = Account");
        }
        String key = line.substring(0, equals).strip();
        if (names.put(key, line.substring(equals + 1).strip()) != null) {
          throw new GenerationException("Kinrow: <names> names " + key + " twice; keep one line");
        }
      }
    }
    return names;
  }
}
