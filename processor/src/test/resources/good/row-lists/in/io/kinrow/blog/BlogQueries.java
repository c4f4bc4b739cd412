package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@Queries
public interface BlogQueries {

  @Sql("select p.id from posts p where (p.user_id, p.body, p.reply_to_id) in (:keys)")
  List<Long> ids(Collection<Key> keys);

  @Sql("delete from posts where 1 = 1 /*[*/ and (user_id, lower(body)) not in (:keys) /*]*/")
  int delete(Optional<? extends Iterable<? extends Lower>> keys);

  @Sql("update posts set body = :body where (id, user_id) in (:of)")
  void change(List<Change> changes);

  @Sql("select p.id, u.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id")
  List<Line> lines();

  record Key(int element, String body, Long replyToId) {}

  record Lower(long userId, String body) {}

  record Change(String body, List<Row> of) {
    record Row(long id, long userId) {}
  }

  record Line(long id, Optional<Author> author) {
    public record Author(
        long id,
        String nickname,
        @Sql("select p.user_id, p.id from posts p where p.user_id in (:id)") List<Long> posts) {}
  }
}
