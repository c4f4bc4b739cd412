package io.kinrow.maven;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What jOOQ, Flyway and Kinrow log, from information to errors. */
final class Logged {

  private Logged() {}

  /** The lines that come while work is done. */
  static List<String> during(Callable<?> work) throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            String message = entry.getMessage();
            // the server of these tests is older than what jOOQ supports, and it may say so; its
            // own log comes this way too
            if (entry.getLevel().intValue() >= Level.INFO.intValue()
                && !message.startsWith("Version mismatch")
                && !message.startsWith("\t")
                && !message.matches("[-\\d]+ [:.\\d]+ UTC \\[\\d+\\] .*")) {
              lines.add(entry.getLevel() + " " + message);
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.setLevel(Level.INFO);
    root.addHandler(handler);
    try {
      work.call();
    } finally {
      root.removeHandler(handler);
      root.setLevel(before);
    }
    return lines;
  }
}
