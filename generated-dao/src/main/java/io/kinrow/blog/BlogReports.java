package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** Parts of the blog as reports show them: no more columns than they need. */
@Queries
public interface BlogReports {

  /** The posts in a range of keys, with the names of their authors. */
  @Sql(
      """
      select p.id, p.body, p.created_at, u.nickname as author
      from posts p join users u on u.id = p.user_id
      where p.id between :first and :last
      order by p.id""")
  List<Line> lines(long first, long last);

  /** How many posts a user has written. */
  @Sql("select count(*) from posts where user_id = :userId")
  long posts(long userId);

  /** The users in a range of keys, each with all posts. */
  @Sql("select id, nickname from users where id between :first and :last order by id")
  List<Writer> writers(long first, long last);

  /** The texts of posts, whatever the number of ids. */
  @Sql("select id, body from posts where id in (:ids) order by id")
  List<Text> texts(Collection<Long> ids);

  /** A post, and the name of who wrote it. */
  record Line(long id, String body, LocalDateTime createdAt, String author) {}

  /** A user, and what the user has written, from the oldest on. */
  record Writer(
      long id,
      String nickname,
      @Sql("select user_id, id, body from posts where user_id in (:id) order by user_id, id")
          List<Text> posts) {}

  /** The text of a post. */
  record Text(long id, String body) {}
}
