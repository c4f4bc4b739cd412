package io.kinrow.maven;

import io.kinrow.migrate.diff.DiffOptions;
import io.kinrow.migrate.diff.Revision;
import io.kinrow.migrate.diff.Schema;
import io.kinrow.migrate.diff.SchemaDiff;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the migrations with the desired schema. With <code>-Dkinrow.message="add posts language"
 * </code> it writes the next <code>V</code> and <code>U</code>, proved on scratch databases;
 * without, it shows them.
 */
@Mojo(name = "diff", threadSafe = true)
public class DiffMojo extends MigrationsMojo {

  /** What the new migration does, for its file name; nothing is written without. */
  @Parameter(property = "kinrow.message")
  private @Nullable String message;

  /** Columns that only got another name: <code>users.nick=nickname</code>. */
  @Parameter(property = "kinrow.rename")
  private List<String> renames = List.of();

  /** Tables that only got another name: <code>posts=articles</code>. */
  @Parameter(property = "kinrow.renameTable")
  private List<String> renameTables = List.of();

  /** Values for rows that exist, as SQL: <code>posts.language='en'</code>. */
  @Parameter(property = "kinrow.fill")
  private List<String> fills = List.of();

  /** Whether dropped data is parked in a side table, from which the undo brings it back. */
  @Parameter(property = "kinrow.keepData", defaultValue = "false")
  private boolean keepData;

  /** For Maven. */
  public DiffMojo() {}

  @Override
  void run() {
    SchemaDiff diff =
        SchemaDiff.between(Schema.ofMigrations(location()), Schema.ofDdl(desired()), options());
    if (diff.isEmpty()) {
      getLog().info("The migrations give the desired schema");
      return;
    }
    diff.differences().forEach(difference -> getLog().info(difference.toString()));
    diff.losses().forEach(loss -> getLog().warn(loss));
    diff.hints().forEach(hint -> getLog().warn(hint));
    if (message == null) {
      getLog().info("migration:\n" + diff.migration());
      getLog().info("undo:\n" + diff.undo());
      getLog().info("To write them: -Dkinrow.message=\"…\"");
    } else {
      Revision.next(folder(), message).write(diff).forEach(file -> getLog().info("wrote " + file));
    }
  }

  private DiffOptions options() {
    DiffOptions options = DiffOptions.defaults().keepData(keepData);
    for (String rename : renames) {
      options = options.renameColumn(left(rename), right(rename));
    }
    for (String rename : renameTables) {
      options = options.renameTable(left(rename), right(rename));
    }
    for (String fill : fills) {
      options = options.fill(left(fill), right(fill));
    }
    return options;
  }

  private static String left(String pair) {
    return pair.substring(0, equalSign(pair)).strip();
  }

  private static String right(String pair) {
    return pair.substring(equalSign(pair) + 1).strip();
  }

  private static int equalSign(String pair) {
    int sign = pair.indexOf('=');
    if (sign < 0) {
      throw new IllegalArgumentException("'" + pair + "' has no '=': write users.nick=nickname");
    }
    return sign;
  }
}
