import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jooq.exception.DataTypeException;

public final class Check {

  private static final long[] IDS = {0, -1, 9_007_199_254_740_993L, 9_007_199_254_740_992L, Long.MAX_VALUE, 7};
  private static final String[] MOODS = {"fine", "in-progress", "a\"b,c"};
  private static final String[] PRICES = {"0", "1.10", "-999999.99", "0.01"};
  private static final String[] TIMES = {
    "2026-11-30 21:00:00", "1999-12-31 23:59:59.123456", "2026-03-29 02:30:00"
  };
  private static final String[] RATIOS = {"0.1", "1e300", "-2.5", "5", "0.30000000000000004"};
  private static final String[] NAMES = {"", "it's", "\"q\"", "5", "{a}", "null", "ü🦊", "back\\"};
  private static final String[] AMOUNTS = {"12345678901234567", "3", "1.5"};

  public static void run(String url) {
    try (App app = App.open(url)) {
      Random random = new Random(7);
      boolean postgres = url.startsWith("jdbc:postgresql");
      for (long id : IDS) {
        String sql =
            "insert into things values (%d, '00000000-0000-0007-0000-%012d', '%s', %s, '%s', '%s', '%s', %s, %s, '%s', %s, %s%s)"
                .formatted(
                    id,
                    random.nextInt(9),
                    pick(random, MOODS),
                    pick(random, PRICES),
                    pick(random, TIMES),
                    pick(random, TIMES).substring(0, 10),
                    pick(random, TIMES).substring(11, 19),
                    random.nextBoolean() ? "true" : "false",
                    pick(random, RATIOS),
                    pick(random, NAMES).replace("'", "''"),
                    pick(random, AMOUNTS),
                    (postgres ? "'\\x00ff%02x'" : "x'00ff%02x'").formatted(random.nextInt(100)),
                    postgres
                        ? ", 'ab', 'a@b', '%s+02', 3".formatted(pick(random, TIMES))
                        : "");
        app.dsl().connection(connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(sql);
          }
        });
      }
      List<Thing> all = app.things().all();
      assertThat(all).hasSize(IDS.length);
      Declared declared = app.queries(Declared.class);
      List<byte[]> data = all.stream().map(Thing::data).toList();
      if (postgres) {
        assertThat(declared.withData(data)).isEqualTo(ids(all));
      } else {
        assertThatThrownBy(() -> declared.withData(data))
            .isInstanceOf(DataTypeException.class)
            .hasMessageContaining("bytes cannot be sent in a list on SQLite");
      }
      for (int tried = 0; tried < 50; tried++) {
        List<Thing> some = new ArrayList<>();
        List<Thing> others = new ArrayList<>();
        for (Thing thing : all) {
          (random.nextBoolean() ? some : others).add(thing);
        }
        List<Declared.Key> keys = some.stream().map(Declared.Key::of).toList();
        assertStatements(
            app,
            3,
            () -> {
              assertThat(declared.in(keys)).isEqualTo(ids(some));
              assertThat(declared.notIn(keys, Optional.empty())).isEqualTo(ids(others));
              assertThat(declared.notIn(keys, Optional.of(others.stream().limit(1).map(t -> new Declared.Named(t.id(), t.name())).toList())))
                  .isEqualTo(ids(others.subList(0, Math.min(1, others.size()))));
            });
      }
    }
  }

  private static List<Long> ids(List<Thing> things) {
    return things.stream().map(Thing::id).sorted().toList();
  }

  private static String pick(Random random, String[] values) {
    return values[random.nextInt(values.length)];
  }
}
