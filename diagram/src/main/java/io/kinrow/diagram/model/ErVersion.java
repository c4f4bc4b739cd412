package io.kinrow.diagram.model;

/**
 * The schema at one version of a history.
 *
 * @param version its version, as Flyway writes it
 * @param description its description
 */
public record ErVersion(String version, String description, ErModel model) {

  /** Returns it for people, as in {@code 3 followers}. */
  @Override
  public String toString() {
    return description.isEmpty() ? version : version + " " + description;
  }
}
