package io.kinrow.queries.source;

/**
 * What is wrong in a source, and where.
 *
 * @param start offset of the first character in the source
 * @param end offset after the last one
 * @param message what is wrong, and what to do
 */
public record Complaint(SourceLines source, int start, int end, String message)
    implements Comparable<Complaint> {

  /** By file, then by place. */
  @Override
  public int compareTo(Complaint other) {
    int byFile = source.file().compareTo(other.source.file());
    return byFile != 0 ? byFile : Integer.compare(start, other.start);
  }

  /** Returns it for people: the place, what is wrong, and the line with a mark under it. */
  @Override
  public String toString() {
    SourceLines.Place place = source.place(start);
    String line = source.line(start);
    StringBuilder mark = new StringBuilder();
    for (char c : line.substring(0, place.column() - 1).toCharArray()) {
      mark.append(c == '\t' ? '\t' : ' ');
    }
    int width = Math.min(end, source.lineEnd(start)) - start;
    return "%s:%d:%d: %s%n%s%n%s"
        .formatted(
            source.file(),
            place.line(),
            place.column(),
            message,
            line,
            mark.append("^".repeat(Math.max(1, width))))
        .replace("\r\n", "\n");
  }
}
