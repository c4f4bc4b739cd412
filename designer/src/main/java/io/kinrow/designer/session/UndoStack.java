package io.kinrow.designer.session;

import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The states before and after the current one. Not thread-safe. */
final class UndoStack {

  private static final int MOST = 200;

  private final Deque<DesignState> before = new ArrayDeque<>();
  private final Deque<DesignState> after = new ArrayDeque<>();

  /** Notes a state that something was done to. */
  void done(DesignState state) {
    before.push(state);
    if (before.size() > MOST) {
      before.removeLast();
    }
    after.clear();
  }

  boolean canUndo() {
    return !before.isEmpty();
  }

  boolean canRedo() {
    return !after.isEmpty();
  }

  /**
   * Goes back.
   *
   * @param show shows the state; if it throws, nothing has happened
   */
  void undo(DesignState current, Consumer<DesignState> show) {
    turn(before, after, current, show, "There is nothing to undo");
  }

  /** Goes forward again. */
  void redo(DesignState current, Consumer<DesignState> show) {
    turn(after, before, current, show, "There is nothing to redo");
  }

  private static void turn(
      Deque<DesignState> from,
      Deque<DesignState> to,
      DesignState current,
      Consumer<DesignState> show,
      String nothing) {
    DesignState next = from.peek();
    if (next == null) {
      throw RefusedException.because(nothing);
    }
    show.accept(next);
    from.pop();
    to.push(current);
  }
}
