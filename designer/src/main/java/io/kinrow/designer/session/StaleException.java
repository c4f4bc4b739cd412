package io.kinrow.designer.session;

/** Thrown if something is not as the page has seen it; nothing was changed. */
public final class StaleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean elsewhere;

  private StaleException(String message, boolean elsewhere) {
    super(message);
    this.elsewhere = elsewhere;
  }

  /** The design is at another version than the page: it was changed in another window. */
  static StaleException otherVersion() {
    return new StaleException(
        "The design was changed in another window. It is shown as it is now; try again", false);
  }

  /** The files are not as they were read. */
  static StaleException changedElsewhere() {
    return new StaleException(
        "The files were changed elsewhere, and nothing was overwritten. Merge your changes into"
            + " them, or reload them without your changes",
        true);
  }

  /** The scripts are not those that were shown. */
  static StaleException otherScripts() {
    return new StaleException(
        "The migrations were changed elsewhere, so the scripts are not those that you saw. The"
            + " page shows the new ones: check them, and whether the design has what the others"
            + " added, before you write them",
        false);
  }

  /** Returns whether files were changed by another program. */
  public boolean isElsewhere() {
    return elsewhere;
  }
}
