package io.kinrow.benchmarks.peer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A sum over values in order: equal for two peers that returned the same rows. Not thread-safe. */
public final class Checksum {

  private long sum = 1;
  private long values;

  public Checksum add(@Nullable Object value) {
    sum = sum * 1_000_003 + Objects.hashCode(value);
    values++;
    return this;
  }

  @Override
  public String toString() {
    return Long.toHexString(sum) + " over " + values + " values";
  }
}
