package io.kinrow.microblog.demo;

import io.kinrow.blog.Blog;
import java.io.IOException;

/** A migrated, empty blog that is gone when it is closed. */
public interface TemporaryBlog extends AutoCloseable {

  /** Engines that it can be on. */
  enum Engine {
    /** A file. */
    SQLITE,
    /** A server that ends with the program. */
    POSTGRESQL
  }

  /**
   * A new one.
   *
   * @throws io.kinrow.microblog.Refused if the engine cannot be had here
   */
  static TemporaryBlog create(Engine engine) throws IOException {
    return switch (engine) {
      case SQLITE -> TemporaryFile.create();
      case POSTGRESQL -> TemporaryServer.start();
    };
  }

  /** The blog. */
  Blog blog();

  @Override
  void close() throws IOException;
}
