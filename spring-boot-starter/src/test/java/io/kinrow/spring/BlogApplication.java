package io.kinrow.spring;

import io.kinrow.blog.Blog;
import io.kinrow.blog.User;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** An application as people write it: the database class is in another package. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BlogApplication {

  /** Starts it on a database. */
  static ConfigurableApplicationContext start(String url, int connections, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.hikari.maximum-pool-size=" + connections,
                "spring.datasource.hikari.connection-timeout=2000",
                "spring.main.banner-mode=off",
                "spring.flyway.enabled=false",
                "logging.level.root=warn",
                "kinrow.databases=io.kinrow.blog.Blog"));
    settings.addAll(List.of(more));
    return new SpringApplicationBuilder(BlogApplication.class)
        .web(WebApplicationType.NONE)
        .properties(settings.toArray(String[]::new))
        .run();
  }

  @Bean
  Heard heard() {
    return new Heard();
  }

  /** Somebody joined. */
  record Joined(String nickname) {}

  /** Hears of events after the commit. */
  static class Heard {
    final List<String> joined = new ArrayList<>();

    @TransactionalEventListener
    public void on(Joined event) {
      joined.add(event.nickname());
    }
  }

  static User add(Blog to, String nickname) {
    return to.users().insert(u -> u.nickname(nickname).email(nickname));
  }

  /** Translates exceptions. */
  @Repository
  static class Writers {
    private final Blog blog;

    Writers(Blog blog) {
      this.blog = blog;
    }

    public User join(String nickname) {
      return add(blog, nickname);
    }

    public void post(long user) {
      blog.posts().insert(p -> p.body("Hello").userId(user));
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public User joinOnItsOwn(String nickname) {
      return add(blog, nickname);
    }
  }

  /** Works in transactions. */
  @Service
  static class Members {
    private final Blog blog;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Writers writers;

    Members(Blog blog, JdbcClient jdbc, ApplicationEventPublisher events, Writers writers) {
      this.blog = blog;
      this.jdbc = jdbc;
      this.events = events;
      this.writers = writers;
    }

    public long seenByJdbc() {
      return jdbc.sql("select count(*) from users").query(Long.class).single();
    }

    @Transactional
    public void inTransaction(Runnable work) {
      work.run();
    }

    @Transactional(readOnly = true)
    public void readOnly(Runnable work) {
      work.run();
    }

    @Transactional
    public void joinWithOneOnItsOwn(String first, String second) {
      writers.joinOnItsOwn(second);
      add(blog, first);
      throw new IllegalStateException("no");
    }

    public void announce(String nickname) {
      events.publishEvent(new Joined(nickname));
    }
  }
}
