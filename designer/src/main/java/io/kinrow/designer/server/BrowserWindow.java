package io.kinrow.designer.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Opens addresses in the browser of the person at this machine, if there is one. */
public final class BrowserWindow {

  private static final int SECONDS = 5;

  private BrowserWindow() {}

  /** Returns whether the system took the address; it may be that nobody sees it all the same. */
  public static boolean open(URI address) {
    try {
      Process process =
          new ProcessBuilder(command(address))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // a program that goes on is the browser itself
      return !process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> command(URI address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return List.of("open", address.toString());
    }
    if (system.contains("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address.toString());
    }
    return List.of("xdg-open", address.toString());
  }
}
