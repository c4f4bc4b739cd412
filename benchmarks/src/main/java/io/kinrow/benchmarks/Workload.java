package io.kinrow.benchmarks;

import java.util.function.Consumer;

/** What is measured: an operation, the table's line for it, and what Kinrow is to reach. */
public enum Workload {
  /** One row. */
  GET("get by key", 1.15, 1.3) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.peer().user(fixture.next(BlogDatabase.USERS)));
    }
  },
  /** One row. */
  FIND("find by unique key", 1.15, 1.3) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.peer().userNamed(BlogRows.nickname(fixture.next(BlogDatabase.USERS))));
    }
  },
  /** Many rows. */
  LIST("list 1,000 rows of a range", 1.1, 1.1) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      int from = fixture.next(BlogDatabase.USERS - 1_000);
      sink.accept(fixture.peer().users(from, from + 999));
    }
  },
  /** To-many navigation. */
  CHILDREN("200 users → their 2,000 posts", 1.15, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      int from = fixture.next(BlogDatabase.USERS - 200);
      fixture
          .peer()
          .postsOf(
              from,
              from + 199,
              (user, post) -> {
                sink.accept(user);
                sink.accept(post);
              });
    }
  },
  /** To-one navigation. */
  PARENTS("1,000 posts → their authors", 1.15, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      int from = fixture.next(BlogDatabase.POSTS - 1_000);
      fixture
          .peer()
          .authorsOf(
              from,
              from + 999,
              (post, user) -> {
                sink.accept(post);
                sink.accept(user);
              });
    }
  },
  /** A condition put together at run time. */
  WHERE("dynamic where, 1 row", 2.0, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      int id = fixture.next(BlogDatabase.USERS);
      sink.accept(fixture.peer().userWhere(BlogRows.email(id % 7 == 0 ? id - 1 : id), 2019));
    }
  },
  /** Paging by offset. */
  OFFSET("page of 50 by offset", 2.0, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.peer().page(fixture.next(20) * PAGE, PAGE));
    }
  },
  /** Paging by key. */
  KEYSET("page of 50 by keyset", 2.0, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.pages().get());
    }
  },
  /** A row in. */
  INSERT("insert 1 row and return it", 1.2, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.peer().insert(fixture.newPost()));
    }
  },
  /** A row changed. */
  UPDATE("update 1 column", 1.2, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      fixture.peer().update(fixture.someUser(), "about " + fixture.next(1_000_000));
    }
  },
  /** A row in and out. */
  DELETE("insert 1 row and delete it", 1.2, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      fixture.peer().delete(fixture.peer().insert(fixture.newPost()));
    }
  },
  /** Many rows in. */
  BATCH("insert 1,000 rows, keys not wanted", 1.1, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      fixture.peer().insertAll(fixture.bulk());
    }
  },
  /** Many rows in and back. */
  RETURNING("insert 1,000 rows, returning them", 1.5, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.peer().insertReturning(fixture.bulk()));
    }
  },
  /** Many rows changed. */
  UPDATES("update 1 column of 1,000 rows", 1.15, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      fixture.manyRows().update(fixture.someUsers(), "about " + fixture.next(1_000_000));
    }
  },
  /** Many rows in or changed, and back. */
  UPSERTS("upsert 1,000 rows, returning them", 1.15, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.manyRows().upsert(fixture.people()));
    }
  },
  /** Rows in, with those that reference them, and back. */
  GRAPH("insert 100 users with 10 posts each, returning them", 1.15, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      fixture
          .graphs()
          .insert(
              fixture.writers(),
              (user, post) -> {
                sink.accept(user);
                sink.accept(post);
              });
    }
  },
  /** Many rows of a join table in and out. */
  LINKS("add 1,000 links and remove them", 1.15, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      int user = fixture.next(BlogDatabase.USERS);
      sink.accept(fixture.manyRows().follow(user, fixture.followed()));
      sink.accept(fixture.manyRows().unfollowAll(user));
    }
  },
  /** A statement of one's own. */
  REPORT("1,000 rows of a join", 1.05, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      int from = fixture.next(BlogDatabase.POSTS - 1_000);
      sink.accept(fixture.ownSql().lines(from, from + 999));
    }
  },
  /** A statement of one's own. */
  SCALAR("one number", 1.05, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.ownSql().posts(fixture.next(BlogDatabase.USERS)));
    }
  },
  /** Two statements of one's own, or one that joins. */
  TO_MANY("200 rows with a list of 10 each", 1.05, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      int from = fixture.next(BlogDatabase.USERS - 200);
      sink.accept(fixture.ownSql().writers(from, from + 199));
    }
  },
  /** A statement of one's own. */
  IN("the rows of 1,000 ids", 1.05, 0) {
    @Override
    <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink) {
      sink.accept(fixture.ownSql().texts(fixture.somePosts(1_000)));
    }
  };

  static final int PAGE = 50;

  private final String title;
  private final double time;
  private final double bytes;

  Workload(String title, double time, double bytes) {
    this.title = title;
    this.time = time;
    this.bytes = bytes;
  }

  /** What Kinrow's time on PostgreSQL is to be at most, in relation to the floor's. */
  public double timeOnPostgres() {
    return switch (this) {
      case GET, FIND, LIST, CHILDREN, PARENTS, BATCH, RETURNING -> 1.1;
      default -> time;
    };
  }

  /** As the table names it. */
  public String title() {
    return title;
  }

  /** What Kinrow's time is to be at most, in relation to the floor's. */
  public double time() {
    return time;
  }

  /** What Kinrow's bytes are to be at most, in relation to the floor's; 0 for no goal. */
  public double bytes() {
    return bytes;
  }

  /** Whether it is done with statements of one's own, by contenders that have them. */
  boolean isOwnSql() {
    return switch (this) {
      case REPORT, SCALAR, TO_MANY, IN -> true;
      default -> false;
    };
  }

  /** Whether it is done by contenders that write many rows in more ways than by inserts. */
  boolean isManyRows() {
    return this == UPDATES || this == UPSERTS || this == LINKS;
  }

  /** Whether rows pile up, to be deleted after each iteration. */
  boolean inserts() {
    return this == INSERT || this == BATCH || this == RETURNING || this == GRAPH;
  }

  /** Runs the operation once; everything it returns goes into the sink. */
  abstract <U, P> void run(Fixture<U, P> fixture, Consumer<Object> sink);
}
