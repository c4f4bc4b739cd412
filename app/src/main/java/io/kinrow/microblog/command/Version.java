package io.kinrow.microblog.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/microblog.properties")) {
      properties.load(in);
    }
    return new String[] {
      "microblog " + properties.getProperty("version"), "Java " + System.getProperty("java.version")
    };
  }
}
