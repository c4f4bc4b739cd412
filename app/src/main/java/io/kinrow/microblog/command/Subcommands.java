package io.kinrow.microblog.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Adds the subcommands to the root, and theirs to them. Those that the arguments do not name get a
 * name and a description only, which is all that the help shows of them: picocli takes longer to
 * read the annotations of all commands than most commands take to run.
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

  private static final Map<Class<?>, List<Class<?>>> NESTED =
      Map.of(
          UserCommand.class, UserCommand.SUBCOMMANDS,
          PostCommand.class, PostCommand.SUBCOMMANDS,
          DbCommand.class, DbCommand.SUBCOMMANDS);

  private Subcommands() {}

  static void addTo(CommandLine root, String... args) {
    List<String> words = Arrays.asList(args);
    boolean all =
        words.contains(name(GenerateCompletion.class))
            || words.stream().anyMatch(word -> word.startsWith("@"));
    add(root, ALL, type -> all || words.contains(name(type)));
  }

  private static void add(CommandLine parent, List<Class<?>> types, Predicate<Class<?>> isMeant) {
    for (Class<?> type : types) {
      if (isMeant.test(type)) {
        CommandLine command = new CommandLine(type, parent.getFactory());
        add(command, NESTED.getOrDefault(type, List.of()), isMeant);
        parent.addSubcommand(command);
      } else {
        parent.addSubcommand(named(type));
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
