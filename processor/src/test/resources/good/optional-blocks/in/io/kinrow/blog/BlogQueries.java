package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import io.kinrow.runtime.Query;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@Queries
interface BlogQueries {

  @Sql("select p.id, p.body from posts p where p.reply_to_id is null /*[*/ and p.body like :text /*]*/ /*[*/ and p.id in (:ids) and p.created_at > :since /*]*/ order by p.id")
  List<Line> search(Optional<String> text, Window window);

  @Sql("select p.id, p.body from posts p where p.reply_to_id is null /*[*/ and p.body like :text /*]*/ /*[*/ and p.id in (:ids) and p.created_at > :since /*]*/ order by p.id")
  Stream<Line> searchOneByOne(
      Optional<? extends String> text, Optional<List<Long>> ids, Optional<LocalDateTime> since);

  @Sql("select p.* from posts p where p.user_id = :reader /*[*/ and p.created_at > :since /*]*/")
  Query<Post> feed(long reader, Optional<LocalDateTime> since);

  @Sql("select p.id from posts p")
  List<Thread> threads(Optional<String> text);

  @Sql("update posts set body = :body where id = :id /*[*/ and user_id = :author /*]*/")
  int rewrite(long id, String body, Optional<Long> author);

  record Line(long id, String body) {}

  record Window(Optional<Collection<Long>> ids, Optional<LocalDateTime> since) {}

  record Thread(
      long id,
      @Sql(
              "select r.reply_to_id, r.body from posts r where r.reply_to_id in (:id) /*[*/ and r.body like :text /*]*/")
          List<String> answers) {}
}
