package io.kinrow.maven.fidelity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jooq.JSONB;
import org.jooq.exception.DataAccessException;

/**
 * One type of PostgreSQL: values that the server made of SQL literals, read, written, found,
 * ordered and used as keys by each path. The server itself says what is right: it compares the
 * stored rows with table {@code <name>_samples}, which no path of ours has touched.
 */
public final class TypeProbe<T> {

  private static final long ID = 77;

  private final Connection connection;
  private final String name;
  private final List<Integer> refused;
  private final Map<String, LongFunction<Object>> readers = new LinkedHashMap<>();
  private final Map<String, Function<T, Long>> writers = new LinkedHashMap<>();
  private final Map<String, Function<T, List<Long>>> finders = new LinkedHashMap<>();
  private final Map<String, Function<T, List<Long>>> greater = new LinkedHashMap<>();
  private final Map<String, Supplier<List<Long>>> orders = new LinkedHashMap<>();
  private final Map<String, KeyPath<T>> keys = new LinkedHashMap<>();
  private final LongFunction<T> reader;
  private final List<String> problems = new ArrayList<>();
  private List<T> values = List.of();
  private T current;

  /** Uses each value as a key; returns whether all was as it should be. */
  public interface KeyPath<T> {
    boolean works(List<T> values);
  }

  /** What is wrong with a path. */
  private interface Check {
    void run() throws SQLException;
  }

  public TypeProbe(
      Connection connection, String name, List<Integer> refused, LongFunction<T> reader) {
    this.connection = connection;
    this.name = name;
    this.refused = refused;
    this.reader = reader;
    read("get", reader::apply);
  }

  public TypeProbe<T> read(String path, LongFunction<Object> reader) {
    readers.put(path, reader);
    return this;
  }

  public TypeProbe<T> write(String path, Function<T, Long> writer) {
    writers.put(path, writer);
    return this;
  }

  public TypeProbe<T> find(String path, Function<T, List<Long>> finder) {
    finders.put(path, finder);
    return this;
  }

  public TypeProbe<T> greater(String path, Function<T, List<Long>> finder) {
    greater.put(path, finder);
    return this;
  }

  public TypeProbe<T> order(String path, Supplier<List<Long>> order) {
    orders.put(path, order);
    return this;
  }

  public TypeProbe<T> key(String path, KeyPath<T> use) {
    keys.put(path, use);
    return this;
  }

  /** A value that differs from the one that is being written, if the type has one. */
  public T other() {
    return values.stream().filter(value -> !same(value, current)).findFirst().orElse(current);
  }

  /** Runs all paths; returns what is wrong. */
  public List<String> run() throws SQLException {
    try {
      return tried();
    } catch (SQLException | RuntimeException | Error e) {
      problem("probe", 0, e);
      return problems;
    }
  }

  private List<String> tried() throws SQLException {
    Map<Integer, T> samples = new LinkedHashMap<>();
    for (int sample : samples()) {
      T value = read(sample);
      if (value != null) {
        samples.put(sample, value);
      }
    }
    values = List.copyOf(samples.values());
    for (Map.Entry<Integer, T> sample : samples.entrySet()) {
      current = sample.getValue();
      writers.forEach((path, writer) -> write(path, writer, sample.getKey(), sample.getValue()));
    }
    if (!finders.isEmpty()) {
      compare(samples);
    }
    return problems;
  }

  private List<Integer> samples() throws SQLException {
    return ints("select i from " + name + "_samples order by i");
  }

  private T read(int sample) throws SQLException {
    clear();
    store(sample, ID);
    T first = null;
    for (Map.Entry<String, LongFunction<Object>> path : readers.entrySet()) {
      if (refused.contains(sample) && path.getKey().startsWith("dsl")) {
        continue; // jOOQ reads some of them in part: see docs/values.md
      }
      Object read;
      try {
        read = path.getValue().apply(ID);
      } catch (DataAccessException e) {
        String message = String.valueOf(e.getMessage());
        boolean place = message.matches("(?s).*\\.\"?[vn]\\b.*");
        boolean row = path.getKey().startsWith("dsl") || message.contains("id = " + ID);
        if (!refused.contains(sample) || !place || !row) {
          problem(path.getKey(), sample, e);
        }
        continue;
      } catch (RuntimeException | Error e) {
        problem(path.getKey(), sample, e);
        continue;
      }
      if (refused.contains(sample)) {
        problem(path.getKey(), sample, "came back as " + shown(read) + ", should be refused");
      } else if (path.getKey().equals("get")) {
        first = cast(read);
      } else {
        Object value = read instanceof Optional<?> optional ? optional.orElse(null) : read;
        if (!same(value, first)) {
          problem(path.getKey(), sample, "came back as " + shown(value) + ", get: " + shown(first));
        }
      }
    }
    return first;
  }

  @SuppressWarnings("unchecked") // what the reader gave
  private T cast(Object read) {
    return (T) read;
  }

  private void write(String path, Function<T, Long> writer, int sample, T value) {
    check(
        path,
        sample,
        () -> {
          clear();
          long id = writer.apply(value);
          String stored =
              text(
                  "select concat_ws(' and ', case when r.v::text <> s.v::text then r.v::text end, "
                      + "case when r.n::text is distinct from s.v::text then coalesce(r.n::text, 'null') end) "
                      + ("from " + name + "_rows r, " + name + "_samples s ")
                      + ("where r.id = " + id + " and s.i = " + sample));
          if (!stored.isEmpty()) {
            problem(path, sample, "stored " + stored + " of " + shown(value));
          }
        });
  }

  private void compare(Map<Integer, T> samples) throws SQLException {
    clear();
    Map<Integer, T> stored = new LinkedHashMap<>();
    for (Map.Entry<Integer, T> sample : samples.entrySet()) {
      if (ids("where v = " + value(sample.getKey())).isEmpty()) {
        store(sample.getKey(), sample.getKey());
        stored.put(sample.getKey(), sample.getValue());
      }
    }
    samples.forEach(
        (sample, value) -> {
          finders.forEach(
              (path, finder) ->
                  check(
                      path,
                      sample,
                      () ->
                          same(
                              path,
                              sample,
                              finder.apply(value),
                              ids("where v = " + value(sample) + " order by id"))));
          greater.forEach(
              (path, finder) ->
                  check(
                      path,
                      sample,
                      () ->
                          same(
                              path,
                              sample,
                              finder.apply(value),
                              ids("where v > " + value(sample) + " order by v"))));
        });
    orders.forEach(
        (path, order) -> check(path, 0, () -> same(path, 0, order.get(), ids("order by v"))));
    List<T> distinct = List.copyOf(stored.values());
    keys.forEach(
        (path, use) ->
            check(
                path,
                0,
                () -> {
                  if (!use.works(distinct)) {
                    problem(path, 0, "does not work");
                  }
                }));
  }

  private void same(String path, int sample, List<Long> found, List<Long> expected) {
    if (!found.equals(expected)) {
      problem(path, sample, "gave " + found + " instead of " + expected);
    }
  }

  private void check(String path, int sample, Check check) {
    try {
      check.run();
    } catch (SQLException | RuntimeException | Error e) {
      problem(path, sample, e);
    }
  }

  private void problem(String path, int sample, Throwable e) {
    StringBuilder text = new StringBuilder("threw");
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      text.append(' ').append(cause.toString().strip().replace("\n", " / "));
    }
    problem(path, sample, text.toString());
  }

  private void problem(String path, int sample, String what) {
    String literal = "";
    try {
      literal =
          sample == 0 ? "" : text("select v::text from " + name + "_samples where i = " + sample);
    } catch (SQLException e) {
      literal = e.getMessage();
    }
    problems.add(name + ": " + path + " of [" + literal + "] " + what);
  }

  private String value(int sample) {
    return "(select s.v from " + name + "_samples s where s.i = " + sample + ")";
  }

  private void clear() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!keys.isEmpty()) {
        statement.execute("delete from " + name + "_uses");
      }
      statement.execute("delete from " + name + "_rows");
    }
  }

  private void store(int sample, long id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into "
                + name
                + "_rows (id, v, n) select ?, v, v from "
                + name
                + "_samples where i = ?")) {
      insert.setLong(1, id);
      insert.setInt(2, sample);
      insert.executeUpdate();
    }
  }

  private List<Long> ids(String where) throws SQLException {
    return ints("select id from " + name + "_rows " + where).stream()
        .map(Integer::longValue)
        .toList();
  }

  private List<Integer> ints(String sql) throws SQLException {
    List<Integer> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "no row";
    }
  }

  /** jOOQ's JSONB takes texts for equal whose numbers differ. */
  private static boolean same(Object one, Object other) {
    return one instanceof JSONB json && other instanceof JSONB that
        ? json.data().equals(that.data())
        : Objects.deepEquals(one, other);
  }

  private static String shown(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof JSONB json) {
      return "JSONB " + json.data();
    }
    String text = java.util.Arrays.deepToString(new Object[] {value});
    return value.getClass().getSimpleName() + " " + text.substring(1, text.length() - 1);
  }
}
