package io.kinrow.migrate.verify;

import io.kinrow.migrate.catalog.CatalogMemory;
import io.kinrow.migrate.settings.ScratchFolder;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** SQLite files in a folder that somebody else deletes. */
final class ScratchFiles implements ScratchSource {
  private final Configuration configuration;
  private final Path folder;
  private final String name;
  private final Consumer<Path> maker;
  private final CatalogMemory memory = new CatalogMemory();
  private int made;
  private @Nullable Scratch current;

  /**
   * Files of a name.
   *
   * @param maker puts there what the database is to hold
   */
  ScratchFiles(Configuration configuration, Path folder, String name, Consumer<Path> maker) {
    this.configuration = configuration;
    this.folder = folder;
    this.name = name;
    this.maker = maker;
  }

  @Override
  public Scratch next() {
    close();
    Path file = folder.resolve(name + ++made + ".db");
    maker.accept(file);
    Scratch scratch = new Scratch(configuration, ScratchFolder.url(file), "", "", memory);
    current = scratch;
    return scratch;
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
    }
  }
}
