package io.kinrow.benchmarks.micronaut;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import io.micronaut.data.repository.jpa.JpaSpecificationExecutor;
import java.util.List;

/** The users. */
@Connectable // reads would set it to read-only, which SQLite's driver refuses
@JdbcRepository(dialect = Dialect.ANSI)
public interface Users extends CrudRepository<User, Long>, JpaSpecificationExecutor<User> {
  User findByNickname(String nickname);

  List<User> findByIdBetweenOrderById(long from, long to);

  List<User> findByIdInList(List<Long> keys);

  void update(@Id Long id, String aboutMe);
}
