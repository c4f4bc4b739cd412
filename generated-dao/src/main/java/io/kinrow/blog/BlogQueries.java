package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import io.kinrow.runtime.Page;
import io.kinrow.runtime.Query;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
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

  /** Posts that say what one of the drafts says, by the same author, whatever their number. */
  @Sql(
      """
      select p.id, p.body, u.nickname as "author.nickname"
      from posts p join users u on u.id = p.user_id
      where (p.user_id, p.body) in (:drafts)
      order by p.id""")
  List<PostLine> written(Collection<Draft> drafts);

  /** The ids of posts that say what none of the drafts says, or by another author. */
  @Sql("select p.id from posts p where (p.user_id, p.body) not in (:drafts) order by p.id")
  List<Long> unwritten(Collection<Draft> drafts);

  /** What a user may post. */
  record Draft(long userId, String body) {}

  /** The posts of a user, narrowed by what is given. */
  @Sql(
      """
      select p.id, p.body, u.nickname as "author.nickname"
      from posts p join users u on u.id = p.user_id
      where p.user_id = :author
        /*[*/ and p.body like :text /*]*/
        /*[*/ and p.created_at between :from and :until /*]*/
      order by p.id""")
  List<PostLine> search(
      long author,
      Optional<String> text,
      Optional<LocalDateTime> from,
      Optional<LocalDateTime> until);

  /** Posts and what they answer; most answer nothing. */
  @Sql(
      """
      select p.*, q.*
      from posts p left join posts q on q.id = p.reply_to_id
      order by p.id""")
  Stream<Exchange> exchanges();

  /** The posts of a user and of those whom the user follows, to be ordered and paged. */
  @Sql(
      """
      select p.* from posts p
      where p.user_id = :reader
        or p.user_id in (select f.followed_id from followers f where f.follower_id = :reader)""")
  Query<Post> feed(long reader);

  /** The posts of all but one user, to be narrowed, ordered and paged. */
  @Sql(
      """
      select p.id, p.body, u.nickname as "author.nickname"
      from posts p join users u on u.id = p.user_id
      where p.user_id <> :reader""")
  Query<PostLine> ofOthers(long reader);

  /** A page of them, from the newest on. */
  default Page<PostLine> ofOthers(long reader, Condition condition, int number) {
    return ofOthers(reader)
        .where(condition)
        .orderBy(BlogQueriesFields.PostLineFields.ID.desc())
        .page(number, 5);
  }

  /** Who wrote each post, and whom it answers, if it answers one. */
  @Sql(
      """
      select u.nickname as writer, a.nickname as answered
      from posts p
        join users u on u.id = p.user_id
        left join posts q on q.id = p.reply_to_id
        left join users a on a.id = q.user_id""")
  Query<Contact> contacts();

  /** Posts that answer none, each with its answers, which take one statement for all. */
  @Sql("select p.id, p.body from posts p where p.reply_to_id is null order by p.id")
  List<Topic> topics();

  /** Who answers whom, each with all that they wrote, which takes three statements for all. */
  @Sql(
      """
      select p.id, p.body, u.id as "author.id", u.nickname as "author.nickname",
        a.id as "answered.id", a.nickname as "answered.nickname"
      from posts p
        join users u on u.id = p.user_id
        left join posts q on q.id = p.reply_to_id
        left join users a on a.id = q.user_id
      order by p.id""")
  List<Reply> replies();

  /** A post, who wrote it, and whom it answers, if it answers one. */
  record Reply(long id, String body, Writer author, Optional<Writer> answered) {}

  /** A user, with everything that the user wrote. */
  record Writer(
      long id,
      String nickname,
      @Sql("select p.user_id, p.body from posts p where p.user_id in (:id) order by p.id")
          List<String> posts) {}

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

  /** Who wrote a post, and whom it answers. */
  record Contact(String writer, @Nullable String answered) {}

  /** A post that answers none, and those that answer it, from the oldest on. */
  record Topic(
      long id,
      String body,
      @Sql(
              """
              select r.reply_to_id, r.body, u.nickname
              from posts r join users u on u.id = r.user_id
              where r.reply_to_id in (:id)
              order by r.id""")
          List<Answer> answers) {}

  /** An answer, and who wrote it. */
  record Answer(String nickname, String body) {}

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
