package io.kinrow.migrate.plan;

import java.util.ArrayList;
import java.util.List;

/** Collects the statements of a script under headings that say why they are there. */
final class Script {

  private final List<String> blocks = new ArrayList<>();
  private boolean headed;

  /** Starts a group of statements with a comment; without statements nothing is written. */
  void heading(String comment) {
    if (headed) {
      blocks.remove(blocks.size() - 1);
    }
    blocks.add("-- " + comment.replace("\r", " ").replace("\n", "\n-- "));
    headed = true;
  }

  void add(String statement) {
    int last = blocks.size() - 1;
    if (headed) {
      blocks.set(last, blocks.get(last) + "\n" + statement + ";");
    } else {
      blocks.add(statement + ";");
    }
    headed = false;
  }

  /** Adds to the group of the statement before. */
  void also(String statement) {
    int last = blocks.size() - 1;
    if (last < 0) {
      add(statement);
    } else {
      blocks.set(last, blocks.get(last) + "\n" + statement + ";");
      headed = false;
    }
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  String text() {
    List<String> written = headed ? blocks.subList(0, blocks.size() - 1) : blocks;
    return written.isEmpty() ? "" : String.join("\n\n", written) + "\n";
  }
}
