package io.kinrow.diagram.model;

/** What happened to something on the way from one schema to another. */
public enum Mark {
  SAME("", ""),
  NEW("+", "new"),
  GONE("−", "gone"),
  CHANGED("~", "changed");

  private final String sign;
  private final String word;

  Mark(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /** Returns the sign that stands beside it: colours are never the only difference. */
  public String sign() {
    return sign;
  }

  /** Returns a word for it; "" if nothing happened. */
  public String word() {
    return word;
  }
}
