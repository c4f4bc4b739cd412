package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the blog asks in SQL of its own. */
@Queries
public interface BlogQueries {

  /** A user, with all that entities can do. */
  @Sql("select u.* from users u where u.nickname = :name")
  Optional<User> byName(String name);

  /** Posts with their authors' names, whatever the number of ids. */
  @Sql(
      """
      select p.id, p.body, u.nickname as "author.nickname"
      from posts p join users u on u.id = p.user_id
      where p.id in (:ids)
      order by p.id""")
  List<PostLine> lines(Collection<Long> ids);

  /** Posts and what they answer; most answer nothing. */
  @Sql(
      """
      select p.*, q.*
      from posts p left join posts q on q.id = p.reply_to_id
      order by p.id""")
  Stream<Exchange> exchanges();

  /** When a user was last seen. */
  @Sql("select last_seen from users where id = :id")
  @Nullable LocalDateTime lastSeen(long id);

  /** Changes a post, and returns whether there was one. */
  @Sql("update posts set body = :body where id = :id")
  int rewrite(long id, String body);

  /** Adds posts, all or none of them. */
  @Sql("insert into posts (body, user_id) values (:body, :userId)")
  void add(List<NewPost> posts);

  /** Adds a post, and returns what the database chose. */
  @Sql("insert into posts (body, user_id) values (:body, :userId) returning id, created_at")
  Stored add(NewPost post);

  /** How much there is, and who leads; a user who is older wins a draw. */
  @Sql(
      """
      select
        (select count(*) from users) as users,
        (select count(*) from posts) as posts,
        (select count(reply_to_id) from posts) as replies,
        (select count(*) from followers) as follows,
        (select min(created_at) from posts) as first_post,
        (select max(created_at) from posts) as last_post,
        (select u.nickname from posts p join users u on u.id = p.user_id
          group by u.id, u.nickname order by count(*) desc, u.id limit 1) as most_posts,
        (select u.nickname from followers f join users u on u.id = f.followed_id
          group by u.id, u.nickname order by count(*) desc, u.id limit 1) as most_followers""")
  Statistics statistics();

  /** A post, and who wrote it. */
  record PostLine(long id, String body, Author author) {
    /** Who wrote a post. */
    public record Author(String nickname) {}
  }

  /** A post, and what it answers. */
  record Exchange(Post post, Optional<Post> answered) {}

  /** A post to be added. */
  record NewPost(String body, long userId) {}

  /** What the database chose for a post. */
  record Stored(long id, LocalDateTime createdAt) {}

  /**
   * How much there is, and who leads.
   *
   * @param users number of users
   * @param posts number of posts
   * @param replies number of posts that answer another
   * @param follows number of pairs of follower and followed
   * @param firstPost when the first post was written; null without posts
   * @param lastPost when the last post was written; null without posts
   * @param mostPosts who wrote the most posts; null without posts
   * @param mostFollowers who has the most followers; null if nobody follows
   */
  record Statistics(
      long users,
      long posts,
      long replies,
      long follows,
      @Nullable LocalDateTime firstPost,
      @Nullable LocalDateTime lastPost,
      @Nullable String mostPosts,
      @Nullable String mostFollowers) {}
}
