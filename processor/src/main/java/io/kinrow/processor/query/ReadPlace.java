package io.kinrow.processor.query;

import io.kinrow.processor.problem.Origin;

/**
 * What a value is read into, for messages.
 *
 * @param name such as {@code component body of PostLine}
 * @param prefix of the labels of its columns: {@code author.}, or nothing
 */
record ReadPlace(Origin origin, String name, String prefix) {

  /** For a component inside of others, that these can be declared so instead. */
  String orTheWhole() {
    String[] path = prefix.split("\\.", -1);
    return path.length < 3 ? "" : ", or component " + path[path.length - 3] + " as a whole";
  }
}
