package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.List;
import java.util.Optional;

/** Declared queries, by JSON. */
@Queries
public interface Declared {

  /** A customer. */
  @Sql("select * from customers where name = :name")
  Optional<Customer> named(String name);

  /** Those who live there. */
  @Sql("select name, address, phones from customers where address = :address order by name")
  List<Line> at(Address address);

  /** All that move. */
  @Sql("update customers set address = :address where id = :id")
  int move(long id, Address address);

  /** A line. */
  record Line(String name, Address address, Optional<List<Phone>> phones) {}
}
