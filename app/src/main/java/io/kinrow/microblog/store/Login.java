package io.kinrow.microblog.store;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.settings.FlywaySettings;

/**
 * How a database is opened.
 *
 * @param url its JDBC URL
 * @param user whom to log in as; empty for a file
 * @param password of the user; empty if there is none
 */
public record Login(String url, String user, String password) {

  /** Of a file, which has no users. */
  Login(String url) {
    this(url, "", "");
  }

  /** The migrations of the database. */
  public Migrations migrations(FlywaySettings settings) {
    return Migrations.of(url, user, password, settings);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
