package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on one database, which has to be named. */
abstract class DatabaseMojo extends MigrationsMojo {

  /** JDBC URL of the database, which has to be given. */
  @Parameter(property = "kinrow.url")
  @Nullable String url;

  /** The user name, if the database wants one. */
  @Parameter(property = "kinrow.user")
  @Nullable String user;

  /** The password of the user. */
  @Parameter(property = "kinrow.password")
  @Nullable String password;

  final String url() {
    if (url == null || url.isBlank()) {
      throw new IllegalArgumentException("no database. Name it: -Dkinrow.url=jdbc:sqlite:blog.db");
    }
    return url;
  }

  final Migrations migrations() {
    return Migrations.of(
        url(), user == null ? "" : user, password == null ? "" : password, settings());
  }
}
