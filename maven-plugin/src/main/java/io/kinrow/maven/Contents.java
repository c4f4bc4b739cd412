package io.kinrow.maven;

import org.flywaydb.core.Flyway;

/** What is in a database of the user's before it is migrated, to tell what came of that. */
interface Contents {

  /** What there is, in words; empty if there is nothing. */
  String found();

  /** Removes what came since, from a database in which there was nothing. */
  void remove();

  /** What Flyway knows of the schemas that it is told of. */
  static Contents of(Flyway flyway) {
    boolean empty = flyway.info().getInfoResult().allSchemasEmpty;
    return new Contents() {
      @Override
      public String found() {
        return empty ? "" : "there are objects in it";
      }

      @Override
      public void remove() {
        flyway.clean();
      }
    };
  }
}
