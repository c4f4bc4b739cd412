package io.kinrow.spring;

import io.kinrow.runtime.Database;
import io.kinrow.runtime.StatementListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.annotation.PersistenceExceptionTranslationPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Makes a bean of each generated database class, on the application's DataSource and transaction
 * manager.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
      "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
      "org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration",
      "org.springframework.boot.autoconfigure.dao.PersistenceExceptionTranslationAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
      "org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass({Database.class, DataSource.class})
@EnableConfigurationProperties(KinrowProperties.class)
public class KinrowAutoConfiguration {

  /** Called by Spring. */
  public KinrowAutoConfiguration() {}

  @Bean
  static KinrowExceptionTranslator kinrowExceptionTranslator() {
    return new KinrowExceptionTranslator();
  }

  @Bean
  @ConditionalOnMissingBean
  static PersistenceExceptionTranslationPostProcessor kinrowExceptionTranslation() {
    PersistenceExceptionTranslationPostProcessor translation =
        new PersistenceExceptionTranslationPostProcessor();
    translation.setProxyTargetClass(true);
    return translation;
  }

  @Bean
  @ConditionalOnProperty(name = "kinrow.log-statements", havingValue = "true")
  StatementListener kinrowStatementLog() {
    Logger log = LoggerFactory.getLogger("io.kinrow.sql");
    return statement -> log.debug("{} ms: {}", statement.nanos() / 1_000_000.0, statement.sql());
  }

  /** The databases of the only DataSource, or the primary one. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnSingleCandidate(DataSource.class)
  @ConditionalOnBean(PlatformTransactionManager.class)
  @Import(DatabaseRegistrar.class)
  static class Databases {

    @Bean
    @ConditionalOnMissingBean
    @DependsOnDatabaseInitialization
    KinrowContext kinrowContext(DataSource source, PlatformTransactionManager manager) {
      return KinrowContext.of(source, manager);
    }

    @Bean
    KinrowDatabases kinrowDatabases(
        KinrowContext context,
        ObjectProvider<KinrowOptions> options,
        ObjectProvider<StatementListener> listeners) {
      return new KinrowDatabases(
          context, options.orderedStream().toList(), listeners.orderedStream().toList());
    }
  }

  /** What needs HikariCP. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = {"com.zaxxer.hikari.HikariDataSource", "org.sqlite.SQLiteConnection"})
  static class Sqlite {
    @Bean
    static SqliteDefaults kinrowSqliteDefaults(ObjectProvider<Environment> environment) {
      return new SqliteDefaults(environment);
    }
  }

  /** What needs Micrometer. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  @ConditionalOnProperty(name = "kinrow.metrics", matchIfMissing = true)
  static class Metrics {
    @Bean
    StatementListener kinrowStatementTimes(MeterRegistry registry) {
      Timer timer =
          Timer.builder("kinrow.statements")
              .description("Statements of generated databases, until the first row or the count")
              .register(registry);
      return statement -> timer.record(statement.nanos(), TimeUnit.NANOSECONDS);
    }
  }
}
