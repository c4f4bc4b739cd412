package io.kinrow.runtime.internal.connect;

import io.kinrow.runtime.Isolation;
import io.kinrow.runtime.internal.dialect.TransactionKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a transaction runs.
 *
 * @param kind what it asks of the engine
 * @param timeout how long it may take, or null
 */
public record TransactionSettings(TransactionKind kind, @Nullable Duration timeout) {

  /** Those that nobody has set. */
  public static final TransactionSettings NONE =
      new TransactionSettings(TransactionKind.PLAIN, null);

  public TransactionSettings with(Isolation isolation) {
    return new TransactionSettings(new TransactionKind(isolation, kind.readOnly()), timeout);
  }

  public TransactionSettings withReadOnly() {
    return new TransactionSettings(new TransactionKind(kind.isolation(), true), timeout);
  }

  public TransactionSettings with(Duration limit) {
    return new TransactionSettings(kind, limit);
  }

  /** Whether a part of a transaction that has these gets all that it asks for. */
  boolean include(TransactionSettings part) {
    return (part.kind.isolation() == null || part.kind.isolation() == kind.isolation())
        && (!part.kind.readOnly() || kind.readOnly())
        && (part.timeout == null || part.timeout.equals(timeout));
  }

  @Override
  public String toString() {
    List<String> set = new ArrayList<>();
    if (kind.isolation() != null) {
      set.add("isolation(" + kind.isolation() + ")");
    }
    if (kind.readOnly()) {
      set.add("readOnly()");
    }
    if (timeout != null) {
      set.add("timeout(" + timeout + ")");
    }
    return set.isEmpty() ? "no options" : String.join(", ", set);
  }
}
