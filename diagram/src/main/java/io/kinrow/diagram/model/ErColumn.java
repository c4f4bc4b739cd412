package io.kinrow.diagram.model;

/**
 * A column of a table or a view.
 *
 * @param type its type as the database writes it, or ""
 * @param notNull whether it refuses NULL
 * @param key whether it is in the primary key
 * @param foreign whether it is in a foreign key
 * @param unique whether it is a unique key on its own
 * @param note what else there is to say, such as its default; or ""
 */
public record ErColumn(
    String name,
    String type,
    boolean notNull,
    boolean key,
    boolean foreign,
    boolean unique,
    String note) {

  /** Returns whether it is in a primary or a foreign key. */
  public boolean inKey() {
    return key || foreign;
  }

  /** Returns whether people see the same in a picture. */
  public boolean looksLike(ErColumn other) {
    return type.equals(other.type)
        && notNull == other.notNull
        && key == other.key
        && unique == other.unique
        && note.equals(other.note);
  }
}
