package io.kinrow.maven;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jooq.tools.JooqLogger;
import org.jspecify.annotations.Nullable;

/** Lets one build at a time work in a folder, such as that of an IDE and that of a terminal. */
final class WorkLock implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;
  private static final int PAUSES_BEFORE_SAYING = 40;

  private final FileChannel channel;

  private WorkLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until nobody else works there. */
  static WorkLock of(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      for (int pauses = 0; tryLock(channel) == null; pauses++) {
        if (pauses == PAUSES_BEFORE_SAYING) {
          JooqLogger.getLogger(WorkLock.class)
              .warn("Kinrow", "waiting for another build that works in " + folder);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return new WorkLock(channel);
    } catch (IOException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // by another thread
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
