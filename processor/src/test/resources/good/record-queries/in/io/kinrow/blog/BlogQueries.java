package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import io.kinrow.runtime.Query;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Queries
public interface BlogQueries {

  @Sql("select p.id, p.body, u.nickname as \"author.nickname\" from posts p join users u on u.id = p.user_id where p.user_id = :reader /*[*/ and p.created_at > :since /*]*/")
  Query<PostLine> lines(long reader, Optional<LocalDateTime> since);

  @Sql("select p.id, u.nickname as body, p.body as \"author.nickname\" from posts p left join users u on u.id = p.user_id")
  Query<PostLine> others();

  @Sql("select u.nickname, count(*) as posts, max(p.created_at) as latest from posts p join users u on u.id = p.user_id group by u.nickname")
  Query<PerUser> perUser();

  @Sql("select p.*, u.id as \"author.id\", u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id")
  Query<Whole> whole();

  @Sql("select p.id from posts p")
  Query<Topic> topics();

  record PostLine(long id, String body, Author author) {
    public record Author(String nickname) {}
  }

  record PerUser(@Nullable LocalDateTime latest, int posts, String nickname) {}

  record Whole(Post post, Optional<Name> author) {}

  record Name(long id, String nickname) {}

  record Topic(long id, @Sql("select r.reply_to_id, r.body from posts r where r.reply_to_id in (:id)") List<String> answers) {}
}
