package io.kinrow.migrate.settings;

import java.util.List;

/**
 * Thrown if a diff cannot be made as requested; nothing was written. Names everything that is
 * missing at once.
 */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** Refuses for these reasons, each with its remedy. */
  public RefusedException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Creates a refusal for one reason, which includes its remedy. */
  public static RefusedException because(String problem) {
    return new RefusedException(List.of(problem));
  }

  /** Returns the reasons, one per line. */
  public List<String> problems() {
    return problems;
  }
}
