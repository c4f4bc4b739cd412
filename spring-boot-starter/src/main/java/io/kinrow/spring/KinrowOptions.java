package io.kinrow.spring;

import io.kinrow.runtime.DatabaseOptions;

/**
 * Sets options of the databases that the starter makes and that have version or audit columns, such
 * as who writes. Declare it as a bean:
 *
 * <pre>{@code
 * @Bean
 * KinrowOptions writer() {
 *   return options -> options.user(() -> SecurityContextHolder.getContext().getAuthentication().getName());
 * }
 * }</pre>
 *
 * <p>Options of connections are refused, because these are the DataSource's.
 */
@FunctionalInterface
public interface KinrowOptions {

  /** Sets options; called once for each database, when its bean is created. */
  void set(DatabaseOptions.Builder options);
}
