package io.kinrow.microblog.command;

import java.util.Arrays;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Adds the subcommands to the root. Those that the arguments do not name get a name and a
 * description only, which is all that the help shows of them: picocli takes longer to read the
 * annotations of all commands than most commands take to run.
 */
final class Subcommands {

  private static final List<Class<?>> ALL =
      List.of(
          UserCommand.class,
          PostCommand.class,
          FeedCommand.class,
          StatsCommand.class,
          SeedCommand.class,
          DemoCommand.class,
          DbCommand.class,
          GenerateCompletion.class);

  private Subcommands() {}

  static void addTo(CommandLine root, String... args) {
    List<String> words = Arrays.asList(args);
    boolean all =
        words.contains(name(GenerateCompletion.class))
            || words.stream().anyMatch(word -> word.startsWith("@"));
    for (Class<?> type : ALL) {
      if (all || words.contains(name(type))) {
        root.addSubcommand(new CommandLine(type, root.getFactory()));
      } else {
        root.addSubcommand(named(type));
      }
    }
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(Command.class).name();
  }

  private static CommandSpec named(Class<?> type) {
    CommandSpec spec = CommandSpec.create().name(name(type));
    spec.usageMessage().description(type.getAnnotation(Command.class).description());
    return spec;
  }
}
