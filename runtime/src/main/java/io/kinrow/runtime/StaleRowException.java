package io.kinrow.runtime;

import java.util.Optional;
import org.jetbrains.annotations.ApiStatus;
import org.jooq.exception.DataChangedException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by {@link Repository#update} and {@link Repository#delete} of a table with a version if
 * the row was changed or deleted by others after the entity was read. Nothing was written.
 *
 * <pre>{@code
 * try {
 *   blog.posts().update(post.withTitle("Hello"));
 * } catch (StaleRowException e) {
 *   Optional<Post> now = e.current(Post.class);   // merge, and update that
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class StaleRowException extends DataChangedException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object current;

  /**
   * Called by the runtime.
   *
   * @param message which row it is, and what to do
   * @param current the entity as the row is now, or null if the row is gone
   * @hidden
   */
  @ApiStatus.Internal
  public StaleRowException(String message, @Nullable Object current) {
    super(message);
    this.current = current;
  }

  /**
   * Returns the row as it is now, or as it was right after it was found to be stale: an entity of
   * the same type, with its present version. Empty if the row was deleted, and in an exception that
   * was serialized.
   */
  public Optional<Object> current() {
    return Optional.ofNullable(current);
  }

  /**
   * Returns the row like {@link #current()}, as an entity of a class.
   *
   * @throws ClassCastException if it is of another class
   */
  public <E> Optional<E> current(Class<E> entity) {
    return current().map(entity::cast);
  }
}
