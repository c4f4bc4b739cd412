package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.math.BigDecimal;
import java.time.*;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Things by all that they are. */
@Queries
public interface Declared {

  /** Those that are listed. */
  @Sql("select id from things where (id, code, mood, price, at, day, hour, flag, ratio, name, amount, fixed, email, zoned, data, small) in (:keys) order by id")
  List<Long> in(Collection<Key> keys);

  /** The others, of those that are meant. */
  @Sql("select t.id from things t where (id, code, mood, price, at, day, hour, flag, ratio, name, amount, fixed, email, zoned, data, small) not in (:keys) /*[*/ and (t.id, name) in (:names) /*]*/ order by t.id")
  List<Long> notIn(List<Key> keys, Optional<List<Named>> names);

  /** Those with some bytes. */
  @Sql("select id from things where data in (:all) order by id")
  List<Long> withData(List<byte[]> all);

  /** A thing and its name. */
  record Named(long id, String name) {}

  /** All that a thing is. */
  record Key(
      long id,
      UUID code,
      app.db.enums.Mood mood,
      BigDecimal price,
      LocalDateTime at,
      LocalDate day,
      LocalTime hour,
      boolean flag,
      double ratio,
      String name,
      BigDecimal amount,
      String fixed,
      String email,
      OffsetDateTime zoned,
      byte[] data,
      short small) {

    /** Those of a thing. */
    public static Key of(Thing t) {
      return new Key(t.id(), t.code(), t.mood(), t.price(), t.at(), t.day(), t.hour(), t.flag(), t.ratio(), t.name(), t.amount(), t.fixed(), t.email(), t.zoned(), t.data(), t.small());
    }
  }
}
