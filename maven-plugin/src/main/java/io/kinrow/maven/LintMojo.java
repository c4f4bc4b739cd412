package io.kinrow.maven;

import io.kinrow.migrate.lint.Finding;
import io.kinrow.migrate.lint.Lint;
import io.kinrow.migrate.lint.Rule;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks the migrations for likely trouble, and warns about it. */
@Mojo(name = "lint", threadSafe = true)
public class LintMojo extends MigrationsMojo {

  /**
   * JDBC URL of a live database to take into account: which migrations it has, and how large its
   * tables are.
   */
  @Parameter(property = "kinrow.url")
  private @Nullable String url;

  /** Codes or names of rules to switch off, such as <code>KL06</code>. */
  @Parameter(property = "kinrow.lint.off")
  private List<String> off = List.of();

  /** Checks only migrations above this version. */
  @Parameter(property = "kinrow.lint.since")
  @Nullable String since;

  /** Checks only migrations added or changed since the branch forked from this Git commit. */
  @Parameter(property = "kinrow.lint.sinceGit")
  @Nullable String sinceGit;

  /** Whether a finding fails the build. */
  @Parameter(property = "kinrow.strict", defaultValue = "false")
  private boolean strict;

  /** For Maven. */
  public LintMojo() {}

  @Override
  Optional<String> insteadOfComparing() {
    return Optional.of(
        "None of its rules reads scripts for other engines. kinrow:verify proves the undo scripts");
  }

  @Override
  void run() throws MojoFailureException {
    Lint lint = Lint.of(settings()).without(off.stream().map(this::rule).toArray(Rule[]::new));
    lint = since == null ? lint : lint.since(since);
    lint = sinceGit == null ? lint : lint.sinceGit(sinceGit);
    List<Finding> findings = (url == null ? lint : lint.database(url)).run();
    findings.forEach(finding -> getLog().warn(finding.toString()));
    if (strict && !findings.isEmpty()) {
      throw new MojoFailureException("Kinrow: " + findings.size() + " findings, see above");
    }
    getLog().info(findings.isEmpty() ? "Nothing found" : findings.size() + " findings");
  }

  private Rule rule(String text) {
    return Rule.of(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + text
                        + "' is not a rule: use one of "
                        + List.of(Rule.values())
                        + " or its code"));
  }
}
