package io.kinrow.maven;

import io.kinrow.diagram.DesignerImport;
import io.kinrow.migrate.compare.DiffOptions;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was drawn in WWW SQL Designer into the desired schema. Checks, actions, views and
 * whatever else its file cannot say stay. Such a file is written by <code>kinrow:er</code> with
 * <code>-Dkinrow.at=desired -Dkinrow.output=schema.xml</code>.
 */
@Mojo(name = "import-designer", threadSafe = true)
public class ImportDesignerMojo extends MigrationsMojo {

  /** The XML file that the page saved. */
  @Parameter(property = "kinrow.designer", required = true)
  @Nullable File designer;

  /** Columns that were renamed on the page, one per line: <code>users.nick=nickname</code>. */
  @Parameter(property = "kinrow.rename")
  @Nullable String rename;

  /** Tables that were renamed on the page, one per line: <code>posts=articles</code>. */
  @Parameter(property = "kinrow.renameTable")
  @Nullable String renameTable;

  /** Whether nothing else was renamed: what is gone is dropped, and what is new is added. */
  @Parameter(property = "kinrow.noRenames", defaultValue = "false")
  boolean noRenames;

  /** Whether to only show what changes. */
  @Parameter(property = "kinrow.dryRun", defaultValue = "false")
  boolean dryRun;

  /** For Maven. */
  public ImportDesignerMojo() {}

  @Override
  Optional<String> insteadOfComparing() {
    return Optional.of("Change the migrations by hand");
  }

  @Override
  void run() {
    DesignerImport drawn =
        DesignerImport.of(
            Objects.requireNonNull(designer).toPath(),
            desired(),
            Objects.requireNonNull(layout()),
            DiffMojo.renamed(DiffOptions.defaults(), rename, List.of(), renameTable, List.of()),
            noRenames,
            settings());
    drawn.differences().forEach(difference -> getLog().info(difference.toString()));
    drawn.notes().forEach(note -> getLog().warn(inMavensWords(note)));
    if (drawn.files().isEmpty()) {
      getLog().info("The schema is as it was drawn");
    }
    if (!dryRun) {
      drawn.write().forEach(file -> getLog().info("wrote " + file));
    }
  }
}
