package io.kinrow.microblog;

/**
 * Something that the user asked for cannot be done; the message says why and what to do instead.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String what;
  private final String remedy;

  /**
   * @param what what is wrong, a sentence without its full stop
   * @param remedy what to do about it, a sentence without its full stop
   */
  public Refused(String what, String remedy) {
    super(what + ". " + remedy + ".");
    this.what = what;
    this.remedy = remedy;
  }

  /** As {@link #Refused(String, String)}, with the failure that led here. */
  public Refused(String what, String remedy, Throwable cause) {
    super(what + ". " + remedy + ".", cause);
    this.what = what;
    this.remedy = remedy;
  }

  /** What is wrong. */
  public String what() {
    return what;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
