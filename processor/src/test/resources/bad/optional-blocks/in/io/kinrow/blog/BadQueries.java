package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Queries
interface BadQueries {

  @Sql("delete from posts where id = :id /*[*/ and user_id = :author /*]*/")
  int notOptional(long id, long author);

  @Sql("delete from posts where id = :id /*[*/ and user_id = :author /*]*/")
  int nullable(long id, @Nullable Long author);

  @Sql("delete from posts where id = :id /*[*/ and user_id = :author /*]*/")
  int ofARecord(Post post);

  @Sql("delete from posts where id = :id /*[*/ and user_id = :author /*]*/")
  int optionalOutside(Optional<Long> id, Optional<Long> author);

  @Sql("delete from posts where id = :id /*[*/ and user_id = :author /*]*/")
  int wrongType(long id, Optional<String> author);

  @Sql("delete from posts where id = :id /*[*/ and user_id = :author /*]*/")
  int[] batch(List<OptionalPost> posts);

  @Sql("select p.id from posts p where p.id > :min /*[*/ and p.id in (:ids) /*]*/")
  List<Long> noOptionalList(long min, Collection<Long> ids);

  @Sql("select p.id from posts p where p.id > :min /*[*/ and p.id in (:ids) /*]*/")
  List<Long> noList(long min, Optional<Long> ids);

  @Sql("select p.id from posts p")
  List<Thread> keyInABlock(String not);

  record Post(long id, long author) {}

  record OptionalPost(long id, Optional<Long> author) {}

  record Thread(long id, @Sql("select r.reply_to_id, r.body from posts r where r.body <> :not /*[*/ and r.reply_to_id in (:id) /*]*/") List<String> answers) {}
}
