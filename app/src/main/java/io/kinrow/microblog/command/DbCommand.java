package io.kinrow.microblog.command;

import picocli.CommandLine.Command;

/** {@code microblog db}. */
@Command(
    name = "db",
    description = "Migrates the database, and looks after it.",
    subcommands = {DbMigrateCommand.class})
final class DbCommand {}
