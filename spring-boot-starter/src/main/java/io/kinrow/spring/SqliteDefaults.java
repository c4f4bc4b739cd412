package io.kinrow.spring;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.env.Environment;

/**
 * Has HikariCP open its connections to SQLite as {@code Blog.open(url)} does. What the URL or
 * {@code spring.datasource.hikari.data-source-properties} set wins.
 */
final class SqliteDefaults implements BeanPostProcessor {

  private static final String URL = "jdbc:sqlite:";

  private final ObjectProvider<Environment> environment;

  SqliteDefaults(ObjectProvider<Environment> environment) {
    this.environment = environment;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && !pool.isRunning()
        && pool.getDataSource() == null
        && pool.getJdbcUrl() != null
        && pool.getJdbcUrl().startsWith(URL)
        && environment.getObject().getProperty("kinrow.sqlite-defaults", Boolean.class, true)) {
      pool.setDataSource(new SqlitePoolSource(pool.getJdbcUrl(), pool.getDataSourceProperties()));
    }
    return bean;
  }
}
