package io.kinrow.maven;

import io.kinrow.migrate.verify.Rehearsal;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Runs the pending migrations on a copy of the database with its rows, and counts the rows that
 * break them. Fails the build if a migration fails. A PostgreSQL database is copied on its own
 * server, which requires that no other program is connected to it.
 */
@Mojo(name = "rehearse", threadSafe = true)
public class RehearseMojo extends DatabaseMojo {

  /** For Maven. */
  public RehearseMojo() {}

  @Override
  void run() throws MojoFailureException {
    Rehearsal rehearsal = migrations().rehearse();
    rehearsal.passed().forEach(script -> getLog().info("passed: " + script));
    rehearsal.rows().forEach(rows -> getLog().error(rows));
    if (!rehearsal.isPassed()) {
      throw new MojoFailureException(
          "Kinrow: " + rehearsal.failed() + " fails: " + rehearsal.problem());
    }
  }
}
