package io.kinrow.migrate.catalog;

import io.kinrow.migrate.sql.Names;

/**
 * The name of something in a database. Names that differ only in the case of the letters A to Z are
 * equal, as they are to SQLite.
 *
 * @param text the name as written, without quotes
 */
public record Name(String text) implements Comparable<Name> {

  /** Returns the name as it stands in SQL, quoted where it needs to be. */
  public String sql() {
    return Names.sql(text);
  }

  /** Returns the same for all ways to write the name. */
  public String key() {
    return Names.folded(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Name name && key().equals(name.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  @Override
  public int compareTo(Name other) {
    return key().compareTo(other.key());
  }

  @Override
  public String toString() {
    return text;
  }
}
