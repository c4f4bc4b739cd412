package io.kinrow.migrate.diff;

import java.util.List;

/** A diff that cannot be made as asked; nothing was written. Says what is missing, all at once. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** Refuses for these reasons, each with its remedy. */
  RefusedException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Refuses for one reason, which names its remedy. */
  public static RefusedException because(String problem) {
    return new RefusedException(List.of(problem));
  }

  /** The reasons, one a line. */
  public List<String> problems() {
    return problems;
  }
}
