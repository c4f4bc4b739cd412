package io.kinrow.microblog.command;

import io.kinrow.designer.DesignOptions;
import io.kinrow.designer.DesignServer;
import io.kinrow.migrate.settings.FlywaySettings;
import io.kinrow.migrate.settings.ProjectScripts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code microblog db design}. */
@Command(
    name = "design",
    description =
        "Opens a page on which you draw the desired schema and have its migrations written.")
final class DbDesignCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  private final BlogSession session;

  @Mixin private MigrationsFolder migrations = new MigrationsFolder();

  @Mixin private FlywayOptions flyway = new FlywayOptions();

  @Mixin private DesiredFile desired = new DesiredFile();

  @Option(
      names = "--layout",
      paramLabel = "FILE",
      description = "Where tables stand (default: desired.layout beside the desired schema).")
  private @Nullable Path layout;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port of 127.0.0.1 to serve the page on (default: any free one).")
  private int port;

  @Option(
      names = "--no-open",
      description = "Only print the address, and do not open it in a browser.")
  private boolean printsOnly;

  @Spec private @Nullable CommandSpec command;

  DbDesignCommand(BlogSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    session.file("db design", SchemaOptions.ON_SERVER);
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          "--port is a number from 0 to " + LAST_PORT);
    }
    try (DesignServer server = DesignServer.start(options(), this::say)) {
      // on Ctrl-C too, what was not saved is kept
      Thread hook = new Thread(server::close, "microblog-design");
      Runtime.getRuntime().addShutdownHook(hook);
      say("Design " + desired.named() + ": " + server.address());
      if (!printsOnly && !server.openInBrowser()) {
        say("There is no browser here: open that address in one on this machine.");
      }
      say("Ends when the page has been closed for a while, or with Ctrl-C.");
      server.await();
    }
    return 0;
  }

  private DesignOptions options() {
    Path required = desired.get();
    FlywaySettings settings = migrations.placed(flyway.get());
    new ProjectScripts(settings).refuseMisnamed();
    Path places = layout == null ? required.resolveSibling("desired.layout") : layout;
    return DesignOptions.of(required, places, migrations.get(), settings).port(port);
  }

  private void say(String line) {
    PrintWriter out = session.console().out();
    out.println(line);
    out.flush();
  }
}
