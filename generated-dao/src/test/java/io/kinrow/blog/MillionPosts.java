package io.kinrow.blog;

import java.util.stream.Stream;

/** Streams all posts with their authors, in a process with a heap of its own. */
final class MillionPosts {

  private static final int STEP = 100_000;

  private MillionPosts() {}

  /**
   * Prints how many rows there were and, after each tenth of them, the heap that is still in use
   * after a collection.
   */
  public static void main(String[] arguments) {
    long[] rows = {0};
    long[] letters = {0};
    StringBuilder heap = new StringBuilder();
    try (Blog blog = Blog.open(arguments[0]);
        Stream<Post> posts = blog.posts().stream()) {
      posts.forEach(
          post -> {
            letters[0] += post.author().nickname().length();
            if (++rows[0] % STEP == 0) {
              heap.append(' ').append(usedAfterCollection() / 1024);
            }
          });
    }
    System.out.println(rows[0] + " " + letters[0] + heap);
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    runtime.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
