package io.kinrow.migrate.verify;

import java.io.Reader;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.resource.LoadableResource;

/** A file of which every reading is counted. */
final class Counted extends LoadableResource {
  private final LoadableResource file;
  private final AtomicInteger reads;

  Counted(LoadableResource file, AtomicInteger reads) {
    this.file = file;
    this.reads = reads;
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
