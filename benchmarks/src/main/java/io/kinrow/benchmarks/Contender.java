package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.Doma;
import io.kinrow.benchmarks.peer.Ebean;
import io.kinrow.benchmarks.peer.Floor;
import io.kinrow.benchmarks.peer.FloorForms;
import io.kinrow.benchmarks.peer.Hibernate;
import io.kinrow.benchmarks.peer.HibernateStateless;
import io.kinrow.benchmarks.peer.Jdbi;
import io.kinrow.benchmarks.peer.JoinFloor;
import io.kinrow.benchmarks.peer.JooqDao;
import io.kinrow.benchmarks.peer.JooqMapping;
import io.kinrow.benchmarks.peer.Kinrow;
import io.kinrow.benchmarks.peer.Micronaut;
import io.kinrow.benchmarks.peer.MyBatis;
import io.kinrow.benchmarks.peer.Peer;
import io.kinrow.benchmarks.peer.Spring;

/** Who is measured. */
public enum Contender {
  /** Hand-written JDBC. */
  FLOOR(
      "JDBC",
      (database, connections) -> new Floor(database.connect(), FloorForms.of(database.dialect()))),
  /** Hand-written JDBC that joins. */
  JOIN_FLOOR(
      "JDBC, join",
      (database, connections) ->
          new JoinFloor(database.connect(), FloorForms.of(database.dialect()))),
  /** The generated repositories. */
  KINROW("Kinrow", (database, connections) -> new Kinrow(database.url())),
  /** jOOQ with mapping. */
  JOOQ(
      "jOOQ mapping",
      (database, connections) ->
          new JooqMapping(database.database(connections, false), database.dialect())),
  /** jOOQ's DAOs. */
  JOOQ_DAO(
      "jOOQ DAO",
      (database, connections) ->
          new JooqDao(database.database(connections, false), database.dialect())),
  /** Spring's JdbcClient. */
  SPRING(
      "Spring JdbcClient",
      (database, connections) -> new Spring(database.database(connections, false))),
  /** JDBI's SQL objects. */
  JDBI("JDBI", (database, connections) -> new Jdbi(database.database(connections, false))),
  /** MyBatis. */
  MYBATIS("MyBatis", (database, connections) -> new MyBatis(database.database(connections, true))),
  /** Hibernate's sessions. */
  HIBERNATE(
      "Hibernate",
      (database, connections) ->
          new Hibernate(database.database(connections, true), database.dialect())),
  /** Hibernate's stateless sessions. */
  STATELESS(
      "Hibernate stateless",
      (database, connections) ->
          new HibernateStateless(database.database(connections, true), database.dialect())),
  /** Ebean. */
  EBEAN("Ebean", (database, connections) -> new Ebean(database.database(connections, false))),
  /** Doma. */
  DOMA(
      "Doma",
      (database, connections) ->
          new Doma(database.database(connections, true), database.dialect())),
  /** Micronaut Data. */
  MICRONAUT(
      "Micronaut Data",
      (database, connections) -> new Micronaut(database.database(connections, true)));

  private interface Opening {
    Peer<?, ?> open(BlogDatabase database, int connections);
  }

  private final String title;
  private final Opening opening;

  Contender(String title, Opening opening) {
    this.title = title;
    this.opening = opening;
  }

  /** As the table names it. */
  public String title() {
    return title;
  }

  /** Opens it on a database, for one thread. */
  public Peer<?, ?> open(BlogDatabase database) {
    return opening.open(database, 1);
  }

  /** Opens it on a database, for so many threads at once, where {@link #shared}. */
  public Peer<?, ?> open(BlogDatabase database, int threads) {
    return opening.open(database, threads);
  }

  /** Whether it is measured with statements of one's own. */
  boolean hasOwnSql() {
    return switch (this) {
      case FLOOR, KINROW, SPRING, JDBI, MYBATIS, DOMA -> true;
      default -> false;
    };
  }

  /** Whether it is measured with writes of many rows other than inserts. */
  boolean hasManyRows() {
    return switch (this) {
      case FLOOR, KINROW, JOOQ, SPRING -> true;
      default -> false;
    };
  }

  /** Whether it is measured with inserts of rows and those that reference them. */
  boolean hasGraphs() {
    return switch (this) {
      case FLOOR, KINROW, JOOQ, HIBERNATE, EBEAN -> true;
      default -> false;
    };
  }

  /** Whether threads can share what {@link #open} returns. */
  public boolean shared() {
    return this != FLOOR && this != JOIN_FLOOR;
  }
}
