package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.verify.VerifyReport;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Proves each undo script on scratch databases: without <code>kinrow.url</code> on an empty SQLite
 * one, else on copies of the database that it names, which is only read. Fails the build where a
 * proof fails.
 */
@Mojo(name = "verify", threadSafe = true)
public class VerifyMojo extends DatabaseMojo {

  /**
   * JDBC URL of an empty database that may be thrown away, where the database cannot be copied, as
   * on PostgreSQL; <code>kinrow.user</code> and <code>kinrow.password</code> are its own.
   */
  @Parameter(property = "kinrow.scratchUrl")
  @Nullable String scratchUrl;

  /** For Maven. */
  public VerifyMojo() {}

  @Override
  void run() throws MojoFailureException {
    VerifyReport report = report();
    report.proofs().forEach(proof -> getLog().info(proof.toString()));
    if (!report.passed()) {
      throw new MojoFailureException(
          "Kinrow: " + report.failures().size() + " not proved, see above");
    }
  }

  private VerifyReport report() {
    if (scratchUrl != null) {
      String name = user == null ? "" : user;
      String secret = password == null ? "" : password;
      return Migrations.of(scratchUrl, name, secret, settings()).verify(scratchUrl, name, secret);
    }
    if (url == null) {
      url = "jdbc:sqlite::memory:";
    }
    return migrations().verify();
  }
}
