package io.kinrow.maven.fidelity;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.DataTypeException;

/**
 * One type's table: writes each border by each path and random values by random paths, reads each
 * by all paths, finds, orders and compares them, and reads what other programs may have stored.
 */
public final class Fidelity<T> {

  private static final int ROWS = 6;

  private final String url;
  private final String table;
  private final Samples<T> samples;
  private final Random random;
  private final String seed;
  private final Map<String, Function<T, Long>> writers = new LinkedHashMap<>();
  private final Map<String, LongFunction<Object>> readers = new LinkedHashMap<>();
  private final Map<String, Function<T, List<Long>>> finders = new LinkedHashMap<>();
  private final Map<String, Function<T, List<Long>>> greater = new LinkedHashMap<>();
  private final Map<String, Supplier<List<Long>>> orders = new LinkedHashMap<>();
  private final Map<String, Function<List<T>, Integer>> counters = new LinkedHashMap<>();
  private final Deque<T> borders;
  private Runnable clear = () -> {};
  private List<T> used = List.of();
  private int cases;

  public Fidelity(String url, String table, Samples<T> samples, long seed) {
    this.url = url;
    this.table = table;
    this.samples = samples;
    this.random = new Random(seed);
    this.borders = new ArrayDeque<>(samples.borders(random));
    this.seed = "seed " + seed;
  }

  /** A path that writes a row; returns its id. */
  public Fidelity<T> write(String name, Function<T, Long> path) {
    writers.put(name, path);
    return this;
  }

  /** A path that reads the value of the row with an id, in an Optional or not. */
  public Fidelity<T> read(String name, LongFunction<Object> path) {
    readers.put(name, path);
    return this;
  }

  /** A path that finds the rows with a value. */
  public Fidelity<T> find(String name, Function<T, List<Long>> path) {
    finders.put(name, path);
    return this;
  }

  /** A path that finds the rows with greater values. */
  public Fidelity<T> greater(String name, Function<T, List<Long>> path) {
    greater.put(name, path);
    return this;
  }

  /** A path that orders all rows by their values. */
  public Fidelity<T> order(String name, Supplier<List<Long>> path) {
    orders.put(name, path);
    return this;
  }

  /**
   * A path that writes rows of which some have the value of another; returns how many it stored.
   */
  public Fidelity<T> count(String name, Function<List<T>, Integer> path) {
    counters.put(name, path);
    return this;
  }

  public Fidelity<T> clear(Runnable path) {
    clear = path;
    return this;
  }

  /** A value that no row has; the value itself where its type has no more values. */
  public T other(T value) {
    for (int i = 0; i < 50; i++) {
      T other = samples.storable(random);
      if (!isUsed(other)) {
        return other;
      }
    }
    return value;
  }

  private boolean isUsed(T value) {
    Comparator<T> order = samples.order();
    return used.stream()
        .anyMatch(
            each ->
                samples.same(each, value) || (order != null && order.compare(each, value) == 0));
  }

  /** Runs the property; returns how many values were written or stored. */
  public int run(int rounds) {
    List.copyOf(borders).forEach(this::byEachPath);
    for (int round = 0; round < rounds || !borders.isEmpty(); round++) {
      round();
    }
    samples.forms().forEach(this::form);
    return cases;
  }

  /** Writes a value by each path, to be read by one. */
  private void byEachPath(T value) {
    List<String> names = List.copyOf(readers.keySet());
    writers.forEach(
        (name, path) -> {
          clear.run();
          cases++;
          if (!samples.isStorable(value)) {
            refused(name, value, path);
            return;
          }
          used = List.of(value);
          String reader = names.get(random.nextInt(names.size()));
          reads(reader + " after " + name, readers.get(reader), write(name, value), value);
        });
  }

  /** A border that has not been tried among others yet, while there are such. */
  private T next() {
    T border = borders.poll();
    if (border == null) {
      return samples.any(random);
    } else if (samples.isStorable(border) && isUsed(border)) {
      borders.add(border);
      return samples.any(random);
    }
    return border;
  }

  private void round() {
    clear.run();
    Map<Long, T> stored = new LinkedHashMap<>();
    used = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      T value = next();
      if (!samples.isStorable(value)) {
        writers.forEach((name, path) -> refused(name, value, path));
      } else if (!isUsed(value)) {
        used.add(value);
        String writer = List.copyOf(writers.keySet()).get(random.nextInt(writers.size()));
        stored.put(write(writer, value), value);
      }
      cases++;
    }
    stored.forEach((id, value) -> readers.forEach((name, path) -> reads(name, path, id, value)));
    stored.forEach(
        (id, value) ->
            finders.forEach(
                (name, path) -> {
                  equal(name, value, path.apply(value), List.of(id));
                  T respelled = samples.respelled(value);
                  equal(name, respelled, path.apply(respelled), List.of(id));
                }));
    Comparator<T> order = samples.order();
    if (order != null) {
      List<Long> sorted =
          stored.entrySet().stream()
              .sorted(Map.Entry.comparingByValue(order))
              .map(Map.Entry::getKey)
              .toList();
      orders.forEach((name, path) -> equal(name, stored, path.get(), sorted));
      stored.forEach(
          (id, value) ->
              greater.forEach(
                  (name, path) ->
                      equal(
                          name,
                          value,
                          path.apply(value),
                          sorted.subList(sorted.indexOf(id) + 1, sorted.size()))));
    }
    List<T> twice = new ArrayList<>(used);
    twice.addAll(used);
    counters.forEach(
        (name, path) -> {
          clear.run();
          int count = path.apply(twice);
          if (count != used.size()) {
            throw new AssertionError(at(name, twice) + " counted " + count);
          }
        });
  }

  private long write(String writer, T value) {
    try {
      return writers.get(writer).apply(value);
    } catch (RuntimeException e) {
      throw new AssertionError(at(writer, value) + " was refused", e);
    }
  }

  private void refused(String writer, T value, Function<T, Long> path) {
    try {
      path.apply(value);
    } catch (DataAccessException e) {
      String message = String.valueOf(e.getMessage());
      if (!writer.startsWith("dsl") && (!isOfValue(e) || !message.contains(table + "."))) {
        throw new AssertionError(at(writer, value) + ": the refusal names no column", e);
      }
      return;
    }
    throw new AssertionError(at(writer, value) + " was stored, although it cannot be");
  }

  private static boolean isOfValue(Throwable refusal) {
    return refusal instanceof DataTypeException
        || (refusal.getCause() != null && isOfValue(refusal.getCause()));
  }

  private void reads(String reader, LongFunction<Object> path, long id, T expected) {
    Object read;
    try {
      read = unwrapped(path.apply(id));
    } catch (RuntimeException e) {
      throw new AssertionError(at(reader, expected) + " could not be read", e);
    }
    if (read == null || !samples.same(expected, samples.cast(read))) {
      throw new AssertionError(at(reader, expected) + " came back as " + samples.shown(read));
    }
  }

  private static Object unwrapped(Object read) {
    return read instanceof Optional<?> optional ? optional.orElse(null) : read;
  }

  private void form(Samples.Form<T> form) {
    cases++;
    clear.run();
    long id;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into "
              + table
              + " (id, v, n) values (77, "
              + form.literal()
              + ", "
              + form.literal()
              + ")");
      id = 77;
    } catch (SQLException e) {
      throw new AssertionError(form.literal(), e);
    }
    readers.forEach(
        (name, path) -> {
          if (form.value() != null) {
            reads(name + " of " + form.literal(), path, id, form.value());
            return;
          }
          Object read;
          try {
            read = unwrapped(path.apply(id));
          } catch (DataAccessException e) {
            String message = String.valueOf(e.getMessage());
            boolean place = message.contains(".v") || message.contains(".n");
            if (!place || (!name.startsWith("dsl") && !message.contains("id = 77"))) {
              throw new AssertionError(name + " of " + form.literal() + ": no place named", e);
            }
            return;
          }
          throw new AssertionError(
              name
                  + " of "
                  + form.literal()
                  + " in "
                  + table
                  + " came back as "
                  + samples.shown(read));
        });
    if (form.own()) {
      finders.forEach(
          (name, path) ->
              equal(
                  name + " of " + form.literal(),
                  form.value(),
                  path.apply(form.value()),
                  List.of(id)));
    }
  }

  private void equal(String path, Object of, List<Long> found, List<Long> expected) {
    if (!found.equals(expected)) {
      throw new AssertionError(at(path, of) + " gave " + found + " instead of " + expected);
    }
  }

  private String at(String path, Object value) {
    return path + " in " + table + " of " + samples.shown(value) + " (" + seed + ")";
  }
}
