package io.kinrow.migrate.undo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Where a missing undo script is to be written: what a build copied is no place for it. */
final class UndoScriptPlace {
  private static final String CLASS_PATH = "classpath:";
  private static final Map<String, String> SOURCES =
      Map.of(
          "/target/classes/", "/src/main/resources/",
          "/target/test-classes/", "/src/test/resources/");

  private UndoScriptPlace() {}

  /**
   * The file to write, as far as it is known.
   *
   * @param script of the migration, as its location knows it
   * @param physical its path, if it has one
   * @param undo the name of the script to write
   */
  static String of(
      Configuration configuration, String script, @Nullable String physical, String undo) {
    if (script.isEmpty() || physical == null) {
      return undo;
    }
    String path = physical.replace('\\', '/');
    String name = script.substring(Math.max(script.lastIndexOf('/'), script.lastIndexOf('\\')) + 1);
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      int at = path.lastIndexOf(source.getKey());
      String inSources =
          at < 0
              ? ""
              : path.substring(0, at)
                  + source.getValue()
                  + path.substring(at + source.getKey().length());
      if (!inSources.isEmpty() && Files.exists(Path.of(inSources))) {
        return String.valueOf(Path.of(inSources).resolveSibling(undo));
      }
    }
    if (isOnClassPath(configuration, script.replace('\\', '/'), path)) {
      return undo + " beside " + name;
    }
    return physical.endsWith(script)
        ? physical.substring(0, physical.length() - name.length()) + undo
        : undo;
  }

  private static boolean isOnClassPath(Configuration configuration, String script, String path) {
    return Arrays.stream(configuration.getLocations())
        .map(String::valueOf)
        .filter(location -> location.startsWith(CLASS_PATH))
        .map(location -> location.substring(CLASS_PATH.length()))
        .anyMatch(root -> path.endsWith((root.isEmpty() ? "/" : "/" + root + "/") + script));
  }
}
