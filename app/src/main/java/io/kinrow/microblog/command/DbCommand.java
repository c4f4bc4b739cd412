package io.kinrow.microblog.command;

import java.util.List;
import picocli.CommandLine.Command;

/** {@code microblog db}. */
@Command(
    name = "db",
    description =
        "Migrates the database, undoes migrations, checks and writes them, makes backups.")
final class DbCommand {

  static final List<Class<?>> SUBCOMMANDS =
      List.of(
          DbMigrateCommand.class,
          DbRehearseCommand.class,
          DbUndoCommand.class,
          DbRedoCommand.class,
          DbInfoCommand.class,
          DbHistoryCommand.class,
          DbValidateCommand.class,
          DbVerifyCommand.class,
          DbRepairCommand.class,
          DbBackupCommand.class,
          DbRestoreCommand.class,
          DbDesiredCommand.class,
          DbErCommand.class,
          DbDesignCommand.class,
          DbImportDesignerCommand.class,
          DbDiffCommand.class,
          DbRevisionCommand.class,
          DbSquashCommand.class,
          DbCheckCommand.class,
          DbLintCommand.class);
}
