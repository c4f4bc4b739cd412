package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.verify.VerifyReport;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Proves each undo script on scratch databases: with <code>kinrow.url</code> on copies of that
 * database, which is only read, otherwise on an empty SQLite database. Fails the build if a proof
 * fails.
 */
@Mojo(name = "verify", threadSafe = true)
public class VerifyMojo extends DatabaseMojo {

  /**
   * JDBC URL of an empty database that may be overwritten, for databases that cannot be copied,
   * such as PostgreSQL. <code>kinrow.user</code> and <code>kinrow.password</code> then belong to
   * it.
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
