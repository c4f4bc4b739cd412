package io.kinrow.queries.source;

/** A text of which each character knows where in a source it comes from. */
final class PlacedText {

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int after;

  /**
   * @param after where a character behind the last one would stand
   */
  PlacedText(int after) {
    this.after = after;
  }

  PlacedText add(char c, int start, int end) {
    int at = text.length();
    if (at == starts.length) {
      starts = java.util.Arrays.copyOf(starts, at * 2);
      ends = java.util.Arrays.copyOf(ends, at * 2);
    }
    starts[at] = start;
    ends[at] = end;
    text.append(c);
    return this;
  }

  PlacedText add(PlacedText other) {
    for (int i = 0; i < other.length(); i++) {
      add(other.text.charAt(i), other.starts[i], other.ends[i]);
    }
    after = other.after;
    return this;
  }

  int length() {
    return text.length();
  }

  char charAt(int at) {
    return text.charAt(at);
  }

  int start(int at) {
    return at < length() ? starts[at] : after;
  }

  int end(int at) {
    return at < length() ? ends[at] : after;
  }

  PlacedText part(int from, int to) {
    PlacedText part = new PlacedText(start(to));
    for (int i = from; i < to; i++) {
      part.add(text.charAt(i), starts[i], ends[i]);
    }
    return part;
  }

  String text() {
    return text.toString();
  }
}
