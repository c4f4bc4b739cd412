package io.kinrow.diagram.model;

import org.jspecify.annotations.Nullable;

/**
 * A line of a picture.
 *
 * @param reference the foreign key, as it is or as it last was
 * @param former the foreign key as it was, if it changed
 * @param versions the versions that it belongs to
 */
public record PictureReference(
    ErReference reference, Mark mark, @Nullable ErReference former, Versions versions) {

  /** Returns a line that belongs to all versions. */
  public static PictureReference of(
      ErReference reference, Mark mark, @Nullable ErReference former) {
    return new PictureReference(reference, mark, former, Versions.ALL);
  }

  /** Returns it for people, with what it was. */
  @Override
  public String toString() {
    if (former == null) {
      return reference.toString();
    }
    String was = former.actions();
    return reference + ", before: " + (was.isEmpty() ? "no actions" : was);
  }
}
