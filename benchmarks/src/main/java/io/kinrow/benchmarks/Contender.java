package io.kinrow.benchmarks;

import io.kinrow.benchmarks.peer.Doma;
import io.kinrow.benchmarks.peer.Ebean;
import io.kinrow.benchmarks.peer.Floor;
import io.kinrow.benchmarks.peer.Hibernate;
import io.kinrow.benchmarks.peer.HibernateStateless;
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
  FLOOR("JDBC", (file, connections) -> new Floor(file.connect())),
  /** Hand-written JDBC that joins. */
  JOIN_FLOOR("JDBC, join", (file, connections) -> new JoinFloor(file.connect())),
  /** The generated repositories. */
  KINROW("Kinrow", (file, connections) -> new Kinrow(file.url())),
  /** jOOQ with mapping. */
  JOOQ("jOOQ mapping", (file, connections) -> new JooqMapping(file.database(connections, false))),
  /** jOOQ's DAOs. */
  JOOQ_DAO("jOOQ DAO", (file, connections) -> new JooqDao(file.database(connections, false))),
  /** Spring's JdbcClient. */
  SPRING("Spring JdbcClient", (file, connections) -> new Spring(file.database(connections, false))),
  /** MyBatis. */
  MYBATIS("MyBatis", (file, connections) -> new MyBatis(file.database(connections, true))),
  /** Hibernate's sessions. */
  HIBERNATE("Hibernate", (file, connections) -> new Hibernate(file.database(connections, true))),
  /** Hibernate's stateless sessions. */
  STATELESS(
      "Hibernate stateless",
      (file, connections) -> new HibernateStateless(file.database(connections, true))),
  /** Ebean. */
  EBEAN("Ebean", (file, connections) -> new Ebean(file.database(connections, false))),
  /** Doma. */
  DOMA("Doma", (file, connections) -> new Doma(file.database(connections, true))),
  /** Micronaut Data. */
  MICRONAUT(
      "Micronaut Data", (file, connections) -> new Micronaut(file.database(connections, true)));

  private interface Opening {
    Peer<?, ?> open(BenchmarkFile file, int connections);
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

  /** Opens it on a file, for one thread. */
  public Peer<?, ?> open(BenchmarkFile file) {
    return opening.open(file, 1);
  }

  /** Opens it on a file, for so many threads at once, where {@link #shared}. */
  public Peer<?, ?> open(BenchmarkFile file, int threads) {
    return opening.open(file, threads);
  }

  /** Whether threads can share what {@link #open} returns. */
  public boolean shared() {
    return this != FLOOR && this != JOIN_FLOOR;
  }
}
