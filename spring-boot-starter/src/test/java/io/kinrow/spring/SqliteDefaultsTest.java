package io.kinrow.spring;

import static io.kinrow.spring.BlogApplication.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.blog.Blog;
import io.kinrow.spring.BlogApplication.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application's pool on SQLite is as patient as one that Kinrow opens. */
class SqliteDefaultsTest {

  private static Object setting(ConfigurableApplicationContext application, String pragma) {
    return application.getBean(JdbcClient.class).sql("pragma " + pragma).query().singleValue();
  }

  @Test
  void connections_haveTheSettingsThatOpenGives_unlessOthersAreSet() {
    String url = Engine.SQLITE.migrated();
    try (ConfigurableApplicationContext application = BlogApplication.start(url, 1)) {
      assertThat(setting(application, "foreign_keys")).isEqualTo(1);
      assertThat(setting(application, "journal_mode")).isEqualTo("wal");
      assertThat(setting(application, "busy_timeout")).isEqualTo(5000);
    }
    try (ConfigurableApplicationContext application =
        BlogApplication.start(url + "?busy_timeout=7", 1)) {
      assertThat(setting(application, "busy_timeout")).isEqualTo(7);
    }
    try (ConfigurableApplicationContext application =
        BlogApplication.start(url, 1, "kinrow.sqlite-defaults=false")) {
      assertThat(setting(application, "foreign_keys")).isEqualTo(0);
    }
  }

  /** Which runs in a Spring Boot application on the same pool. */
  @Test
  void flyway_runsOnTheseConnections() {
    DataSource source = new SqlitePoolSource(Engine.SQLITE.create(), new Properties());
    Flyway flyway = Flyway.configure().dataSource(source).load();
    assertThat(flyway.migrate().migrationsExecuted).isPositive();
    flyway.validate();
  }

  /** Eight at a time read, and then write what they read. */
  @Test
  void transactionsThatReadFirst_neverMeetBusy() throws Exception {
    try (ConfigurableApplicationContext application =
        BlogApplication.start(Engine.SQLITE.migrated(), 8)) {
      Blog blog = application.getBean(Blog.class);
      Members members = application.getBean(Members.class);
      long id = add(blog, "susan").id();
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        boolean byKinrow = i % 2 == 0;
        all.add(
            threads.submit(
                () -> {
                  for (int j = 0; j < 50; j++) {
                    if (byKinrow) {
                      blog.transaction(tx -> count(tx, id));
                    } else {
                      members.inTransaction(() -> count(blog, id));
                    }
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      threads.shutdown();
      assertThat(blog.users().get(id).email()).isEqualTo("susan" + "+".repeat(400));
    }
  }

  private static void count(Blog to, long id) {
    to.users().update(to.users().get(id).withEmail(to.users().get(id).email() + "+"));
  }
}
