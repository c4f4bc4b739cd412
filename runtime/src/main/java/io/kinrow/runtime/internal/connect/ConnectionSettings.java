package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.internal.dialect.Opening;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a URL are opened and shared.
 *
 * @param most how many may be open at once, or 0 for as many as the dialect says
 * @param patience how long a caller waits for one that comes free
 * @param idleTimeout how long one stays open without being used, or null for as long as it works
 * @param statementTimeout how long a statement may take, or null
 * @param readOnly whether writes are refused
 * @param properties for the driver, which win over what the dialect sets
 */
public record ConnectionSettings(
    int most,
    Duration patience,
    @Nullable Duration idleTimeout,
    @Nullable Duration statementTimeout,
    boolean readOnly,
    Map<String, String> properties) {

  /** Those that nobody has set. */
  public static final ConnectionSettings DEFAULT =
      new ConnectionSettings(0, Duration.ofSeconds(30), null, null, false, Map.of());

  /** Takes its own copy of the properties. */
  public ConnectionSettings {
    properties = Map.copyOf(properties);
  }

  Opening opening(String url) {
    return new Opening(url, properties, statementTimeout, readOnly);
  }
}
