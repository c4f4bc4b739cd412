package io.kinrow.designer.session;

import io.kinrow.migrate.settings.RefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The states before and after the current one, and what led from one to the next. Not thread-safe.
 */
final class UndoStack {

  private static final int MOST = 200;

  private final Deque<Entry> before = new ArrayDeque<>();
  private final Deque<Entry> after = new ArrayDeque<>();

  /**
   * A state.
   *
   * @param what what leads from here to the current state, or from there to here
   */
  private record Entry(DesignState state, String what) {}

  /**
   * Notes a state that something was done to.
   *
   * @param what says what, as a sentence for a person
   */
  void done(DesignState state, String what) {
    before.push(new Entry(state, what));
    if (before.size() > MOST) {
      before.removeLast();
    }
    after.clear();
  }

  /** Forgets everything. */
  void clear() {
    before.clear();
    after.clear();
  }

  /** Offers a state to {@link #redo}. */
  void undone(DesignState state, String what) {
    after.push(new Entry(state, what));
  }

  /** Returns what {@link #undo} would take back; nothing if there is nothing to undo. */
  Optional<String> undoes() {
    return Optional.ofNullable(before.peek()).map(Entry::what);
  }

  /** Returns what {@link #redo} would do again; nothing if there is nothing to redo. */
  Optional<String> redoes() {
    return Optional.ofNullable(after.peek()).map(Entry::what);
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
      Deque<Entry> from,
      Deque<Entry> to,
      DesignState current,
      Consumer<DesignState> show,
      String nothing) {
    Entry next = from.peek();
    if (next == null) {
      throw RefusedException.because(nothing);
    }
    show.accept(next.state());
    from.pop();
    to.push(new Entry(current, next.what()));
  }
}
