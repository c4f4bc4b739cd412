package io.kinrow.runtime.internal.connect;

import java.time.Duration;
import java.util.Map;

/**
 * How connections to a URL are opened and shared.
 *
 * @param most how many may be open at once, or 0 for as many as the dialect says
 * @param patience how long a caller waits for one that comes free
 * @param properties for the driver, which win over what the dialect sets
 */
public record ConnectionSettings(int most, Duration patience, Map<String, String> properties) {

  /** Those that nobody has set. */
  public static final ConnectionSettings DEFAULT =
      new ConnectionSettings(0, Duration.ofSeconds(30), Map.of());

  /** Takes its own copy of the properties. */
  public ConnectionSettings {
    properties = Map.copyOf(properties);
  }
}
