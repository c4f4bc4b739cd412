package io.kinrow.maven;

import io.kinrow.designer.DesignOptions;
import io.kinrow.designer.DesignServer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Opens a page on which you draw the desired schema, with its migrations written and proved as you
 * draw. It is served on 127.0.0.1 until it has been closed for a while.
 */
@Mojo(name = "design", requiresDirectInvocation = true)
public class DesignMojo extends MigrationsMojo {

  /** The port of 127.0.0.1. The default is any free one. */
  @Parameter(property = "kinrow.port", defaultValue = "0")
  int port;

  /** Whether to open the page in a browser; its address is printed in any case. */
  @Parameter(property = "kinrow.open", defaultValue = "true")
  boolean open = true;

  /** Is told of the server once it runs; for tests. */
  Consumer<DesignServer> started = server -> {};

  /** For Maven. */
  public DesignMojo() {}

  @Override
  Optional<String> insteadOfComparing() {
    return Optional.of("Write the V and U scripts by hand, and prove them with kinrow:verify");
  }

  @Override
  void run() {
    Path layout = Objects.requireNonNull(layout());
    DesignOptions options = DesignOptions.of(desired(), layout, folder(), settings()).port(port);
    try (DesignServer server = DesignServer.start(options, getLog()::info)) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "kinrow-design"));
      getLog().info("Design " + desired() + ": " + server.address());
      if (open && !server.openInBrowser()) {
        getLog().info("There is no browser here: open that address in one on this machine");
      }
      getLog().info("Ends when the page has been closed for a while, or with Ctrl-C");
      started.accept(server);
      server.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
