package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Declared queries, by value objects. */
@Queries
public interface Declared {

  /** A member. */
  @Sql("select * from members where email = :email")
  Optional<Member> byEmail(Email email);

  /** Ids. */
  @Sql("select id from members where id in (:ids) order by id")
  List<MemberId> known(Collection<MemberId> ids);

  /** Lines. */
  @Sql("select id, email, price from members where joined >= :since order by id")
  List<Line> since(Day since);

  /** Changes. */
  @Sql("update members set price = :price where id = :id")
  int reprice(MemberId id, Price price);

  /** A row. */
  record Line(MemberId id, Email email, Optional<Price> price) {}
}
