package io.kinrow.runtime.internal.dialect;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a URL are opened.
 *
 * @param properties for the driver, which win over what the dialect sets
 * @param statementTimeout how long a statement may take, or null
 * @param readOnly whether writes are refused
 */
public record Opening(
    String url,
    Map<String, String> properties,
    @Nullable Duration statementTimeout,
    boolean readOnly) {

  private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&;]*");

  /** Takes its own copy of the properties. */
  public Opening {
    properties = Map.copyOf(properties);
  }

  /** A connection to a URL, without more. */
  public static Opening of(String url) {
    return new Opening(url, Map.of(), null, false);
  }

  /** The URL without a password. */
  public String shown() {
    return PASSWORD.matcher(url).replaceAll("$1***");
  }

  /** Whether a property of the driver is set, in the URL or beside it. */
  boolean sets(String property) {
    return properties.containsKey(property) || url.matches(".*[?&]" + property + "=.*");
  }
}
