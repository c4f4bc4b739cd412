package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on one database, which must be named. */
abstract class DatabaseMojo extends MigrationsMojo {

  /** JDBC URL of the database. */
  @Parameter(property = "kinrow.url")
  @Nullable String url;

  /** The user name, if the database requires one. */
  @Parameter(property = "kinrow.user")
  @Nullable String user;

  /** The user's password. */
  @Parameter(property = "kinrow.password")
  @Nullable String password;

  final String url() {
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException(
          "no database was given. Name one: -Dkinrow.url=jdbc:sqlite:blog.db");
    }
    return url;
  }

  final Migrations migrations() {
    return Migrations.of(
        url(), user == null ? "" : user, password == null ? "" : password, settings());
  }
}
