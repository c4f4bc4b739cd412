package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;

import io.kinrow.runtime.Query;
import io.kinrow.runtime.Slice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slices by values that only SQLite can store. */
class SqliteSliceTest {

  private final TemporaryBlog file = new TemporaryBlog();
  private final Blog blog = file.openWith(4, 3);

  @AfterEach
  void close() {
    blog.close();
    file.close();
  }

  private static List<Long> ids(Iterable<Post> posts) {
    List<Long> ids = new ArrayList<>();
    posts.forEach(post -> ids.add(post.id()));
    return ids;
  }

  @Test
  void textThatIsNotUtf8_isFoundAgain() {
    blog.dsl().execute("alter table posts add column x");
    blog.dsl().execute("update posts set x = cast(x'61ff' as text)");
    blog.dsl().execute("update posts set x = cast(x'61fe' as text) where id % 2 = 0");
    Query<Post> byBody = blog.posts().orderBy(field("posts.x"));
    List<Long> walked = new ArrayList<>(ids(byBody.slice(1)));
    for (var next = byBody.slice(1).next(); next.isPresent(); ) {
      Slice<Post> slice = byBody.after(next.get()).slice(1);
      walked.addAll(ids(slice));
      next = slice.next();
    }
    assertThat(walked).isEqualTo(ids(byBody.page(1, 100).rows()));
  }
}
