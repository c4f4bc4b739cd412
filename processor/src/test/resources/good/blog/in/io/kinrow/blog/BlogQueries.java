package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import io.kinrow.runtime.Query;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Queries
interface BlogQueries {

  @Sql("select u.* from users u where u.nickname = :name")
  Optional<User> byName(String name);

  @Sql("select u.* from users u order by u.id")
  List<User> everyone();

  @Sql("select u.* from users u order by u.id")
  Stream<User> everyoneOneByOne();

  @Sql(
      """
      select p.id, p.body, u.nickname as "author.nickname"
      from posts p join users u on u.id = p.user_id
      where p.id in (:ids)
      """)
  List<PostLine> lines(Collection<Long> ids);

  @Sql("update posts set body = :body where id = :id")
  int rewrite(long id, String body);

  @Sql("delete from posts where id = :id")
  void remove(long id);

  @Sql("select count(*) from posts where user_id = :user or reply_to_id = :user")
  int count(long user);

  @Sql(
      "select p.*, u.*, r.* from posts p left join users u on u.id = p.user_id"
          + " left join posts r on r.id = p.reply_to_id")
  List<Exchange> exchanges();

  @Sql(
      "select p.id, r.id as \"parent.id\", r.body as \"parent.body\" from posts p"
          + " left join posts r on r.id = p.reply_to_id")
  Stream<Reply> replies();

  @Sql("select about_me from users where id = :id")
  Optional<String> aboutMe(long id);

  @Sql("select about_me from users where id = :id")
  @Nullable String aboutMeOrNull(long id);

  @Sql("select max(last_seen) from users")
  @Nullable LocalDateTime lastSeen();

  @Sql(
      "insert into posts (body, user_id, reply_to_id) values (:body, :userId, :replyTo)"
          + " returning id, created_at")
  Stored add(NewPost post, Optional<Long> replyTo);

  @Sql(
      "insert into posts (body, user_id, reply_to_id) values (:body, :userId, :replyTo)"
          + " returning id, created_at")
  Stored add(String body, int userId, @Nullable Long replyTo);

  @Sql("insert into posts (body, user_id) values (:body, :userId)")
  int[] addAll(List<NewPost> posts);

  @Sql("select p.* from posts p where p.user_id = :reader")
  Query<Post> feed(long reader);

  @Sql("select q.* from posts p join posts q on q.id = p.reply_to_id")
  List<Post> answered();

  @Sql("vacuum")
  void scope();

  @Sql("select p.id, p.body from posts p where p.reply_to_id is null order by p.id")
  List<Topic> topics(LocalDateTime since);

  default int moreThan(long user) {
    return count(user) + 1;
  }

  record PostLine(long id, String body, Author author) {
    record Author(String nickname) {}
  }

  record Exchange(Post post, Optional<User> author, @Nullable Post parent) {}

  record Reply(long id, Optional<Parent> parent) {
    record Parent(long id, String body) {}
  }

  record Stored(LocalDateTime createdAt, long id) {}

  record NewPost(String body, long userId) {}

  record Topic(
      long id,
      String body,
      @Sql(
              "select r.reply_to_id, r.id, r.user_id from posts r"
                  + " where r.reply_to_id in (:id) and r.created_at > :since order by r.id")
          List<Answer> answers) {}

  record Answer(
      long id,
      @Sql(
              "select f.followed_id, u.* from followers f join users u on u.id = f.follower_id"
                  + " where f.followed_id in (:userId)")
          List<User> readers,
      long userId) {}
}
