package io.kinrow.benchmarks.micronaut;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Inserts in batches. */
@Connectable
@JdbcRepository(dialect = Dialect.ANSI)
public interface KeylessPosts extends GenericRepository<KeylessPost, Long> {
  void saveAll(List<KeylessPost> posts);
}
