package io.kinrow.maven;

import io.kinrow.migrate.Migrations;
import io.kinrow.migrate.verify.VerifyReport;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Proves each undo script on scratch databases: with <code>kinrow.url</code> on copies of that
 * database, which is only read, otherwise on an empty SQLite database or, with <code>kinrow.engine
 * </code>, on a PostgreSQL server that the goal starts. Fails the build if a proof fails.
 */
@Mojo(name = "verify", threadSafe = true)
public class VerifyMojo extends ServerMojo {

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
    if (scratchUrl == null && isOnServer() && url != null) {
      throw new IllegalArgumentException(
          "a database of <engine> %s cannot be copied, so the proofs are on an empty one: leave kinrow.url out"
              .formatted(engine));
    }
    if (isOnServer()) {
      return onServer(this::verify);
    }
    own();
    if (url == null) {
      url = "jdbc:sqlite::memory:";
    }
    return migrations().verify();
  }

  private VerifyReport verify(Login login) {
    String name = login.user() == null ? "" : login.user();
    String secret = login.password() == null ? "" : login.password();
    return Migrations.of(login.url(), name, secret, settings()).verify(login.url(), name, secret);
  }
}
