package io.kinrow.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.blog.Blog;
import io.kinrow.blog.User;
import io.kinrow.runtime.StatementListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

/** Runs the code that the page about Spring Boot shows, and checks that it shows this code. */
class SpringBootPageTest {

  /** An application. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Greetings.class)
  static class Application {
    final List<String> slow = new ArrayList<>();

    @Bean
    StatementListener slowStatements() {
      return statement -> {
        if (statement.nanos() > 100_000_000) {
          slow.add(statement.sql());
        }
      };
    }
  }

  /** With several DataSources. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class WithItsOwn {
    @Bean
    Blog blog(DataSource blogSource, PlatformTransactionManager blogTransactions) {
      return Blog.using(KinrowContext.of(blogSource, blogTransactions).dsl());
    }
  }

  private static ConfigurableApplicationContext start(Class<?> application) {
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .properties(
            "spring.datasource.url=" + Engine.SQLITE.migrated(),
            "spring.main.banner-mode=off",
            "spring.flyway.enabled=false",
            "logging.level.root=warn",
            "kinrow.databases=io.kinrow.blog.Blog")
        .run();
  }

  @Test
  void service_andTransactions() {
    try (ConfigurableApplicationContext application = start(Application.class)) {
      Greetings greetings = application.getBean(Greetings.class);
      User susan = greetings.welcome("susan");
      Blog blog = application.getBean(Blog.class);
      assertThat(blog.posts().all()).singleElement().matches(p -> p.author().equals(susan));
      List<String> mail = new ArrayList<>();

      blog.transaction(
          tx -> {
            User david = tx.users().insert(u -> u.nickname("david").email("david@example.com"));
            tx.afterCommit(() -> mail.add("Welcome, " + david.nickname()));
          });

      assertThat(mail).containsExactly("Welcome, david");
    }
  }

  @Test
  void aDatabaseOfYourOwn() {
    try (ConfigurableApplicationContext application = start(WithItsOwn.class)) {
      assertThat(application.getBean(Blog.class).users().count()).isZero();
    }
  }

  @Test
  void thePage_showsThisCode() throws Exception {
    String code =
        flat(Files.readString(Path.of("src/test/java/io/kinrow/spring/SpringBootPageTest.java")));
    List<String> shown =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/spring-boot.md")))
            .results()
            .map(block -> flat(block.group(1)))
            .toList();
    assertThat(shown).hasSize(4).allSatisfy(block -> assertThat(code).contains(block));
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}

@Service
class Greetings {

  private final Blog blog;

  Greetings(Blog blog) {
    this.blog = blog;
  }

  @Transactional
  public User welcome(String nickname) {
    User user = blog.users().insert(u -> u.nickname(nickname).email(nickname + "@example.com"));
    blog.posts().insert(p -> p.body("Hello, I am " + nickname).author(user));
    return user;
  }
}
