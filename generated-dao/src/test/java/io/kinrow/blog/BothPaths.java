package io.kinrow.blog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** One blog, whose statements run on JDBC, and the same one, whose statements jOOQ runs. */
final class BothPaths implements AutoCloseable {

  private final TemporaryBlog file;
  private final Blog direct;
  private final Blog throughJooq;

  BothPaths(BlogEngine engine) {
    file = new TemporaryBlog(engine);
    direct = file.open();
    DSLContext context =
        DSL.using(
            new DefaultConfiguration()
                .set(direct.dsl().configuration().connectionProvider())
                .set(engine.dialect())
                .set(ExecuteListener.onStart(started -> {})));
    throughJooq = Blog.using(context);
  }

  /** Runs a test on an empty blog on each of the paths, outside of a transaction and in one. */
  void run(Consumer<Blog> test) {
    outside(test);
    for (Blog blog : List.of(direct, throughJooq)) {
      assertThatThrownBy(
              () ->
                  blog.transaction(
                      tx -> {
                        test.accept(tx);
                        throw new RolledBack();
                      }))
          .isInstanceOf(RolledBack.class);
    }
  }

  /** Runs a test on an empty blog on each of the paths, outside of a transaction. */
  void outside(Consumer<Blog> test) {
    for (Blog blog : List.of(direct, throughJooq)) {
      test.accept(blog);
      direct.users().deleteAll();
    }
  }

  private static final class RolledBack extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public void close() {
    direct.close();
    file.close();
  }
}
