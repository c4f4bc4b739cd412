package io.kinrow.queries.source;

/** The text of one {@code @Sql}, with the place of each of its characters in the source. */
public final class FoundSql {

  private final SourceLines source;
  private final PlacedText text;

  FoundSql(SourceLines source, PlacedText text) {
    this.source = source;
    this.text = text;
  }

  /** Returns the text as Java has it: the value of the annotation. */
  public String text() {
    return text.text();
  }

  /** Complains of a part of the text. */
  public Complaint complaint(int start, int end, String message) {
    int from = text.start(start);
    return new Complaint(source, from, end > start ? text.end(end - 1) : from + 1, message);
  }
}
