package io.kinrow.spring;

import static io.kinrow.spring.BlogApplication.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kinrow.blog.Blog;
import io.kinrow.runtime.StatementListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Which beans the starter makes. */
class StarterTest {

  private static ConfigurableApplicationContext start(Class<?> application, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "spring.datasource.url=" + Engine.SQLITE.migrated(),
                "spring.main.banner-mode=off",
                "spring.flyway.enabled=false",
                "logging.level.root=off"));
    settings.addAll(List.of(more));
    return new SpringApplicationBuilder(application)
        .web(WebApplicationType.NONE)
        .properties(settings.toArray(String[]::new))
        .run();
  }

  /** The package of the application has the database class. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @AutoConfigurationPackage(basePackages = "io.kinrow.blog")
  static class InThePackageOfTheBlog {
    final List<String> heard = new ArrayList<>();

    @Bean
    StatementListener listener() {
      return statement -> heard.add(statement.sql());
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }

  @Test
  void databasesInThePackagesOfTheApplication_areBeans_andItsListenersHearOfStatements() {
    try (ConfigurableApplicationContext application = start(InThePackageOfTheBlog.class)) {
      add(application.getBean("blog", Blog.class), "susan");
      assertThat(application.getBean(InThePackageOfTheBlog.class).heard).hasSize(1);
      MeterRegistry meters = application.getBean(MeterRegistry.class);
      assertThat(meters.get("kinrow.statements").timer().count()).isEqualTo(1);
    }
  }

  /** Spring Boot 3.5 makes one without being asked; its provider knows no options. */
  @Test
  void aDatabaseOnTheContextOfSpringBootsOwnJooq_isInSpringsTransactionsToo() {
    try (ConfigurableApplicationContext application = start(InThePackageOfTheBlog.class)) {
      DSLContext boots = application.getBeanProvider(DSLContext.class).getIfAvailable();
      assumeThat(boots).isNotNull();
      Blog blog = Blog.using(boots);
      List<String> done = new ArrayList<>();
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      blog.transaction(
          tx -> {
            tx.afterCommit(() -> done.add("stored"));
            tx.transaction(inner -> add(inner, "susan"));
            assertThat(jdbc.sql("select nickname from users").query(String.class).list())
                .containsExactly("susan");
          });
      assertThat(done).containsExactly("stored");
    }
  }

  @Test
  void metricsCanBeTurnedOff_andTheLogOn() {
    try (ConfigurableApplicationContext application =
        start(InThePackageOfTheBlog.class, "kinrow.metrics=false", "kinrow.log-statements=true")) {
      add(application.getBean(Blog.class), "susan");
      assertThat(application.getBean(MeterRegistry.class).find("kinrow.statements").timer())
          .isNull();
      assertThat(application.getBeansOfType(StatementListener.class))
          .containsOnlyKeys("listener", "kinrowStatementLog");
    }
  }

  /** The application makes the bean itself. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @AutoConfigurationPackage(basePackages = "io.kinrow.blog")
  static class WithItsOwnBlog {
    @Bean
    Blog mine(KinrowContext context) {
      return Blog.using(context.dsl());
    }
  }

  @Test
  void aDatabaseThatTheApplicationMakes_isTheOnlyOne() {
    try (ConfigurableApplicationContext application = start(WithItsOwnBlog.class)) {
      assertThat(application.getBeansOfType(Blog.class)).containsOnlyKeys("mine");
    }
  }

  /** Two DataSources, none of them primary: Spring Boot 3.5 itself needs one for jOOQ. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = "org.springframework.boot.autoconfigure.jooq.JooqAutoConfiguration")
  @AutoConfigurationPackage(basePackages = "io.kinrow.blog")
  static class WithTwoSources {
    @Bean
    DataSource first() {
      return new DriverManagerDataSource("jdbc:sqlite:");
    }

    @Bean
    DataSource second() {
      return new DriverManagerDataSource("jdbc:sqlite:");
    }
  }

  @Test
  void withSeveralDataSources_theApplicationChooses() {
    try (ConfigurableApplicationContext application = start(WithTwoSources.class)) {
      assertThat(application.getBeansOfType(Blog.class)).isEmpty();
      assertThat(application.getBeansOfType(PlatformTransactionManager.class)).isEmpty();
    }
  }

  @Test
  void namesThatAreNotThoseOfDatabases_areRefusedAtTheStart() {
    assertThatThrownBy(() -> start(WithItsOwnBlog.class, "kinrow.databases=com.example.Blog"))
        .hasStackTraceContaining("kinrow.databases: there is no class com.example.Blog");
    assertThatThrownBy(() -> start(WithItsOwnBlog.class, "kinrow.databases=java.lang.String"))
        .hasStackTraceContaining("java.lang.String is not a database class");
  }
}
