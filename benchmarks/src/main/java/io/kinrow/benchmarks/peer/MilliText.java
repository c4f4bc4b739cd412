package io.kinrow.benchmarks.peer;

import java.time.LocalDateTime;

/** Times as SQLite's file has them, decoded and written by position. */
final class MilliText {

  private MilliText() {}

  /** Of {@code yyyy-MM-dd HH:mm:ss[.SSS]}. */
  static LocalDateTime time(String text) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        text.length() > 20 ? number(text, 20, 23) * 1_000_000 : 0);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** Of whole milliseconds, as the file has it. */
  static String text(LocalDateTime time) {
    char[] text = new char[23];
    digits(text, 0, 4, time.getYear(), '-');
    digits(text, 5, 2, time.getMonthValue(), '-');
    digits(text, 8, 2, time.getDayOfMonth(), ' ');
    digits(text, 11, 2, time.getHour(), ':');
    digits(text, 14, 2, time.getMinute(), ':');
    digits(text, 17, 2, time.getSecond(), '.');
    int millis = time.getNano() / 1_000_000;
    for (int i = 22; i > 19; i--) {
      text[i] = (char) ('0' + millis % 10);
      millis /= 10;
    }
    return new String(text);
  }

  private static void digits(char[] text, int from, int count, int value, char next) {
    int rest = value;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    text[from + count] = next;
  }
}
