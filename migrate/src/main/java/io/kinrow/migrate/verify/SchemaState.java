package io.kinrow.migrate.verify;

import java.util.List;

/** A schema at one moment, as one engine's catalogue describes it. */
interface SchemaState {

  /** Whether nobody has made anything in it yet. */
  boolean isEmpty();

  /**
   * What {@code actual} has too little, too much, or otherwise.
   *
   * @param actual of the same engine
   */
  List<String> differences(SchemaState actual);

  /** Properties that are not compared although the engine has them, each by its name. */
  default List<String> notCompared() {
    return List.of();
  }
}
