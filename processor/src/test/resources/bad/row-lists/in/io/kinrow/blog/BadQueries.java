package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Queries
interface BadQueries {

  String PAIRS = "select p.id from posts p where (p.user_id, p.created_at) in (:keys)";

  String BYTES = "select p.id from posts p where (p.user_id, lower(p.body), x) in (:keys)";

  @Sql(PAIRS)
  List<Long> noList(long keys);

  @Sql(PAIRS)
  List<Long> singleValues(Collection<Long> keys);

  @Sql(PAIRS)
  List<Long> oneRow(Key keys);

  @Sql(PAIRS)
  List<Long> missing(List<Key> key);

  @Sql(PAIRS)
  List<Long> three(Collection<Three> keys);

  @Sql(PAIRS)
  List<Long> one(Collection<One> keys);

  @Sql(PAIRS)
  List<Long> turned(Collection<Turned> keys);

  @Sql(PAIRS)
  List<Long> absent(Collection<Absent> keys);

  @Sql(PAIRS)
  List<Long> nulls(Collection<Nulls> keys);

  @Sql(PAIRS)
  List<Long> nested(Collection<Nested> keys);

  @Sql(PAIRS)
  List<Long> ofTypes(Collection<Generic<Long>> keys);

  @Sql(BYTES)
  List<Long> bytes(Collection<Bytes> keys);

  @Sql(BYTES)
  List<Long> records(Collection<Records> keys);

  @Sql("select p.id from posts p where (p.user_id, p.created_at) in (:keys) and p.id = :id")
  List<Long> component(Collection<Turned2> keys);

  @Sql("select p.id from posts p where 1 = 1 /*[*/ and (p.user_id, p.created_at) in (:keys) /*]*/")
  List<Long> block(Collection<Key> keys);

  @Sql("select p.id from posts p where 1 = 1 /*[*/ and (p.user_id, p.created_at) in (:keys) /*]*/")
  List<Long> valuesInBlock(Optional<List<Long>> keys);

  record Key(long userId, java.time.LocalDateTime at) {}

  record Turned2(long id, java.time.LocalDateTime at) {}

  record Three(long a, java.time.LocalDateTime b, long c) {}

  record One(long userId) {}

  record Turned(java.time.LocalDateTime createdAt, long userId) {}

  record Absent(long userId, Optional<java.time.LocalDateTime> at) {}

  record Nulls(@Nullable Long userId, java.time.LocalDateTime at) {}

  record Nested(Key userId, java.time.LocalDateTime at) {}

  record Generic<T>(T userId, java.time.LocalDateTime at) {}

  record Bytes(long userId, byte[] body, String[] texts) {}

  record Records(long userId, Key body, Object anything) {}
}
