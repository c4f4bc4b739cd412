package io.kinrow.blog;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Another process that gets or inserts users; prints their ids. */
final class GetOrInsertMain {

  static final int USERS = 200;

  private GetOrInsertMain() {}

  /**
   * Starts at a given time, so that several of them work at once.
   *
   * @param arguments a JDBC URL, milliseconds since 1970
   */
  public static void main(String[] arguments) throws Exception {
    try (Blog blog = Blog.open(arguments[0])) {
      Thread.sleep(Math.max(0, Long.parseLong(arguments[1]) - System.currentTimeMillis()));
      System.out.println(ids(blog));
    }
  }

  static String ids(Blog blog) {
    return IntStream.range(0, USERS)
        .mapToObj(number -> "user" + number)
        .map(name -> blog.users().getOrInsertByNickname(u -> u.nickname(name).email(name + "@x")))
        .map(user -> String.valueOf(user.id()))
        .collect(Collectors.joining(" "));
  }
}
