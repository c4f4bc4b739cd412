package io.kinrow.migrate.verify;

import java.io.Reader;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.scanner.Scanner;

/** A file of which every reading is counted. */
final class Counted extends LoadableResource {
  private final LoadableResource file;
  private final AtomicInteger reads;

  Counted(LoadableResource file, AtomicInteger reads) {
    this.file = file;
    this.reads = reads;
  }

  /** Counts what is read, which Flyway does for each script that it is given. */
  static ResourceProvider all(FluentConfiguration configuration, AtomicInteger reads) {
    Scanner<JavaMigration> scanner =
        new Scanner<>(JavaMigration.class, configuration, configuration.getLocations());
    return new ResourceProvider() {
      @Override
      public LoadableResource getResource(String name) {
        return scanner.getResource(name);
      }

      @Override
      public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        List<LoadableResource> found = List.copyOf(scanner.getResources(prefix, suffixes));
        return found.stream().map(file -> (LoadableResource) new Counted(file, reads)).toList();
      }
    };
  }

  @Override
  public Reader read() {
    reads.incrementAndGet();
    return file.read();
  }

  @Override
  public String getAbsolutePath() {
    return file.getAbsolutePath();
  }

  @Override
  public String getAbsolutePathOnDisk() {
    return file.getAbsolutePathOnDisk();
  }

  @Override
  public String getFilename() {
    return file.getFilename();
  }

  @Override
  public String getRelativePath() {
    return file.getRelativePath();
  }
}
