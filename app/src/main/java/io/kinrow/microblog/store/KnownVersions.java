package io.kinrow.microblog.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions whose migrations are on the class path, found without starting Flyway. */
final class KnownVersions {

  private static final String FOLDER = "db/migration";
  private static final Pattern SCRIPT = Pattern.compile("(?:.*/)?V([0-9._]+?)__.*\\.sql");

  private KnownVersions() {}

  static Set<String> onClassPath() {
    URL folder = KnownVersions.class.getClassLoader().getResource(FOLDER);
    if (folder == null) {
      throw new IllegalStateException("the program comes without its migrations, " + FOLDER);
    }
    try {
      return versions(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> versions(URL folder) throws IOException {
    if (folder.openConnection() instanceof JarURLConnection connection) {
      connection.setUseCaches(false);
      try (JarFile jar = connection.getJarFile()) {
        return versions(
            jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith(FOLDER)));
      }
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
      return versions(files.map(file -> String.valueOf(file.getFileName())));
    }
  }

  private static Set<String> versions(Stream<String> names) {
    return names
        .map(SCRIPT::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1).replace('_', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
