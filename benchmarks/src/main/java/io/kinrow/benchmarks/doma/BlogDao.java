package io.kinrow.benchmarks.doma;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seasar.doma.BatchInsert;
import org.seasar.doma.Dao;
import org.seasar.doma.Delete;
import org.seasar.doma.Insert;
import org.seasar.doma.Select;
import org.seasar.doma.SelectType;
import org.seasar.doma.Sql;
import org.seasar.doma.Update;
import org.seasar.doma.jdbc.BatchResult;
import org.seasar.doma.jdbc.Result;

/** The statements. */
@Dao
public interface BlogDao {
  @Sql("select id, nickname, email, about_me, last_seen from users where id = /* id */0")
  @Select
  User user(long id);

  @Sql(
      """
      select id, nickname, email, about_me, last_seen from users where nickname = /* nickname */''
      """)
  @Select
  User userNamed(String nickname);

  @Sql(
      """
      select id, nickname, email, about_me, last_seen from users where
      /*%if email != null */ email = /* email */'' /*%end*/
      /*%if seen != null */ and last_seen >= /* seen */'2020-01-01 00:00:00' /*%end*/
      """)
  @Select
  User userWhere(@Nullable String email, @Nullable LocalDateTime seen);

  @Sql(
      """
      select id, nickname, email, about_me, last_seen from users where
      /*%if from != null */ id >= /* from */0 /*%end*/
      /*%if to != null */ and id <= /* to */0 /*%end*/
      order by id
      """)
  @Select
  List<User> users(@Nullable Long from, @Nullable Long to);

  @Sql("select id, nickname, email, about_me, last_seen from users where id in /* keys */(1, 2)")
  @Select
  List<User> usersIn(List<Long> keys);

  @Sql(
      """
      select id, body, created_at, user_id, reply_to_id from posts
      where user_id in /* keys */(1, 2) order by user_id, id
      """)
  @Select
  List<Post> postsOf(List<Long> keys);

  @Sql(
      """
      select id, body, created_at, user_id, reply_to_id from posts
      where id between /* from */0 and /* to */0 order by id
      """)
  @Select
  List<Post> posts(long from, long to);

  @Sql(
      """
      select id, body, created_at, user_id, reply_to_id from posts
      order by id limit /* size */50 offset /* offset */0
      """)
  @Select
  List<Post> page(int offset, int size);

  @Sql(
      """
      select id, body, created_at, user_id, reply_to_id from posts
      where id > /* last */0 order by id limit /* size */50
      """)
  @Select
  List<Post> after(long last, int size);

  @Sql("select id, body, created_at, user_id, reply_to_id from posts")
  @Select(strategy = SelectType.STREAM)
  <R> R all(Function<Stream<Post>, R> work);

  @Insert
  Result<Post> insert(Post post);

  @BatchInsert(batchSize = 1_000, ignoreGeneratedKeys = true)
  BatchResult<Post> insertAll(List<Post> posts);

  @BatchInsert(batchSize = 1_000)
  BatchResult<Post> insertReturning(List<Post> posts);

  @Update(include = "aboutMe")
  Result<User> updateAboutMe(User user);

  @Delete
  Result<Post> delete(Post post);
}
