package io.kinrow.designer;

import io.kinrow.designer.server.BrowserWindow;
import io.kinrow.designer.server.IdleWatch;
import io.kinrow.designer.server.PageFile;
import io.kinrow.designer.server.PageServer;
import io.kinrow.designer.session.DesignProject;
import io.kinrow.designer.session.DesignSession;
import io.kinrow.migrate.settings.RefusedException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Serves the design page on 127.0.0.1, to the person who has its address and to nobody else. So far
 * for SQLite. Thread-safe.
 *
 * <pre>{@code
 * DesignOptions options = DesignOptions.of(Path.of("schema/desired.sql"), Path.of("db/migration"));
 * try (DesignServer server = DesignServer.start(options, System.out::println)) {
 *   System.out.println(server.address());
 *   server.await();
 * }
 * }</pre>
 */
public final class DesignServer implements AutoCloseable {

  private final PageServer server;
  private final DesignSession session;
  private final Consumer<String> notices;
  private final IdleWatch idle;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);

  private DesignServer(
      PageServer server, DesignSession session, IdleWatch idle, Consumer<String> notices) {
    this.server = server;
    this.session = session;
    this.idle = idle;
    this.notices = notices;
  }

  /**
   * Opens the project's files and starts the server.
   *
   * @param notices gets sentences for the person who started it
   * @throws RefusedException if the files cannot be read, or if the port is in use
   */
  public static DesignServer start(DesignOptions options, Consumer<String> notices) {
    DesignSession session =
        DesignSession.open(
            new DesignProject(
                options.desired(), options.layout(), options.migrations(), options.settings()));
    IdleWatch idle = new IdleWatch(options.idle());
    PageServer server =
        PageServer.start(
            options.port(),
            new DesignApi(session, file -> notices.accept("Wrote " + file + ".")).endpoints(),
            Map.of(
                "/", PageFile.of(DesignServer.class, "page/index.html"),
                "/page.css", PageFile.of(DesignServer.class, "page/page.css"),
                "/page.js", PageFile.of(DesignServer.class, "page/page.js")),
            idle::contact);
    DesignServer design = new DesignServer(server, session, idle, notices);
    idle.start(design::pageIsGone);
    return design;
  }

  /** Returns the address to open, with the secret that lets its reader in. */
  public URI address() {
    return server.address();
  }

  /**
   * Opens the page in the browser of the person at this machine. What other users of it can see of
   * that lets nobody else in.
   *
   * @return whether there is a browser
   */
  public boolean openInBrowser() {
    return BrowserWindow.open(server.invitation());
  }

  /** Waits until the page has been closed for a while, or until this is closed. */
  public void await() throws InterruptedException {
    ended.await();
  }

  private void pageIsGone() {
    if (session.isUnsaved()) {
      notices.accept(
          "The page is closed, but changes are not saved: open "
              + address()
              + " again, or end this program, which keeps them in a temporary file.");
      return;
    }
    notices.accept("The page is closed.");
    ended.countDown();
  }

  /** Stops the server. Changes that were not saved are kept in a temporary file, which is named. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    idle.close();
    server.close();
    session
        .keepUnsaved()
        .ifPresent(
            file ->
                notices.accept(
                    "What was not saved is in "
                        + file
                        + ". To go on with it, copy it over the desired schema."));
    ended.countDown();
  }
}
