package io.kinrow.runtime.internal.write;

import io.kinrow.runtime.AfterCommitException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs what is to run after a commit. */
final class AfterCommit {

  private AfterCommit() {}

  /**
   * Runs all actions, in their order, even if some fail: each of them is about something that is
   * stored.
   *
   * @throws AfterCommitException if one failed
   */
  static void run(List<Runnable> actions) {
    @Nullable Throwable first = null;
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (Throwable e) {
        if (first == null) {
          first = e;
        } else if (e != first) {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw new AfterCommitException(first);
    }
  }
}
