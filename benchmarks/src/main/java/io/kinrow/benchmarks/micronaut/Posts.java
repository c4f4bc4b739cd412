package io.kinrow.benchmarks.micronaut;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;

/** The posts. */
@Connectable // reads would set it to read-only, which SQLite's driver refuses
@JdbcRepository(dialect = Dialect.ANSI)
public interface Posts extends CrudRepository<Post, Long> {
  List<Post> findByUserIdInListOrderByUserIdAndId(List<Long> keys);

  List<Post> findByIdBetweenOrderById(long from, long to);

  @Query("select * from posts order by id limit :size offset :offset")
  List<Post> page(int offset, int size);

  @Query("select * from posts where id > :last order by id limit :size")
  List<Post> after(long last, int size);
}
