package io.kinrow.spring;

import static io.kinrow.spring.BlogApplication.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kinrow.blog.Blog;
import io.kinrow.runtime.Isolation;
import io.kinrow.spring.BlogApplication.Heard;
import io.kinrow.spring.BlogApplication.Members;
import io.kinrow.spring.BlogApplication.Writers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringBootVersion;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** Kinrow's transactions are Spring's, and the other way round. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class TransactionsTest {

  private final String url;
  private final List<String> done = new ArrayList<>();
  private ConfigurableApplicationContext application;
  private Blog blog;
  private Members members;
  private HikariDataSource pool;

  TransactionsTest(Engine engine) {
    url = engine.migrated();
  }

  @BeforeEach
  void start() {
    start(1);
  }

  private void start(int connections) {
    if (application != null) {
      application.close();
    }
    application = BlogApplication.start(url, connections);
    blog = application.getBean(Blog.class);
    members = application.getBean(Members.class);
    pool = application.getBean(HikariDataSource.class);
  }

  @AfterEach
  void close() {
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    blog.users().deleteAll();
    application.close();
  }

  @Test
  void itIsTheVersionOfBootThatTheBuildAsksFor() {
    assertThat(SpringBootVersion.getVersion())
        .startsWith(System.getProperty("kinrow.boot", "3") + ".");
    assertThat(application.getBean("blog")).isSameAs(blog);
  }

  @Test
  void oneConnection_isEnoughForKinrowAndJdbcClientInATransaction() {
    blog.transaction(
        tx -> {
          add(tx, "susan");
          assertThat(members.seenByJdbc()).isEqualTo(1);
          assertThat(blog.users().count()).isEqualTo(1);
        });
    members.inTransaction(
        () -> {
          add(blog, "david");
          blog.transaction(tx -> add(tx, "mary"));
          assertThat(members.seenByJdbc()).isEqualTo(3);
        });
    assertThat(members.seenByJdbc()).isEqualTo(3);
  }

  @Test
  void aTransactionalMethodThatThrows_takesKinrowsWorkWithIt_andActionsDoNotRun() {
    assertThatThrownBy(
            () ->
                members.inTransaction(
                    () -> {
                      blog.transaction(
                          tx -> {
                            add(tx, "susan");
                            tx.afterCommit(() -> done.add("susan"));
                          });
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(members.seenByJdbc()).isZero();
    assertThat(done).isEmpty();
  }

  @Test
  void innerTransactions_areSavepoints() {
    members.inTransaction(
        () -> {
          add(blog, "susan");
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          tx -> {
                            add(tx, "gone");
                            tx.transaction(inner -> add(inner, "gone too"));
                            assertThat(members.seenByJdbc()).isEqualTo(3);
                            throw new IllegalStateException("no");
                          }))
              .hasMessage("no");
          assertThat(members.seenByJdbc()).isEqualTo(1);
        });
    assertThat(members.seenByJdbc()).isEqualTo(1);
  }

  @Test
  void actionsAndEventListeners_runAfterTheOutermostCommit() {
    Heard heard = application.getBean(Heard.class);
    blog.transaction(
        tx -> {
          add(tx, "susan");
          members.announce("susan");
          assertThat(heard.joined).isEmpty();
        });
    assertThat(heard.joined).containsExactly("susan");
    members.inTransaction(
        () -> {
          blog.transaction(tx -> tx.afterCommit(() -> done.add("stored")));
          assertThatThrownBy(
                  () ->
                      blog.transaction(
                          tx -> {
                            tx.transaction(
                                inner -> inner.afterCommit(() -> done.add("rolled back")));
                            throw new IllegalStateException("no");
                          }))
              .hasMessage("no");
          assertThat(done).isEmpty();
        });
    assertThat(done).containsExactly("stored");
  }

  @Test
  void readOnlyTransactions_refuseWrites_whoeverBeginsThem() {
    assertThatThrownBy(() -> members.readOnly(() -> add(blog, "susan")))
        .isInstanceOf(RuntimeException.class);
    members.readOnly(
        () -> {
          assertThat(blog.users().count()).isZero();
          blog.transaction(options -> options.readOnly(), tx -> tx.users().count());
        });
    assertThatThrownBy(
            () -> blog.transaction(options -> options.readOnly(), tx -> add(tx, "susan")))
        .isInstanceOf(RuntimeException.class);
    add(blog, "afterwards");
    members.inTransaction(() -> add(blog, "and later"));
    assertThat(members.seenByJdbc()).isEqualTo(2);
  }

  @Test
  void optionsThatATransactionOfSpringsDoesNotHave_areRefused() {
    blog.transaction(
        options -> options.isolation(Isolation.SERIALIZABLE).timeout(Duration.ofMillis(1500)),
        tx -> add(tx, "susan"));
    members.inTransaction(
        () ->
            assertThatThrownBy(
                    () -> blog.transaction(options -> options.readOnly(), tx -> tx.users().count()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("set them with @Transactional"));
  }

  @Test
  void requiresNew_isATransactionOfItsOwn() {
    start(2);
    assertThatThrownBy(
            () -> {
              if (url.startsWith("jdbc:sqlite")) { // only one may write at a time
                members.readOnly(() -> application.getBean(Writers.class).joinOnItsOwn("b"));
                throw new IllegalStateException("no");
              }
              members.joinWithOneOnItsOwn("a", "b");
            })
        .hasMessage("no");
    assertThat(blog.users().all()).singleElement().matches(user -> user.nickname().equals("b"));
  }

  @Test
  void exceptionsOfRepositories_areSprings_withKinrowsExplanation() {
    Writers writers = application.getBean(Writers.class);
    writers.join("susan");
    assertThatThrownBy(() -> writers.join("susan"))
        .isInstanceOf(DuplicateKeyException.class)
        .hasMessageContaining("nickname")
        .hasCauseInstanceOf(org.jooq.exception.DataAccessException.class);
    assertThatThrownBy(() -> writers.post(99))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("users");
  }
}
