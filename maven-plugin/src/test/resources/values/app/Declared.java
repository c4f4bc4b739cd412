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

  /** Ids, by rows of values. */
  @Sql("select id from members where (id, email, joined, price, code) in (:rows) order by id")
  List<MemberId> knownAs(Collection<Row> rows);

  /** Other ids. */
  @Sql("select m.id from members m where (code, id) not in (:rows) order by id")
  List<MemberId> unknown(Iterable<CodeOfId> rows);

  /** All of a member. */
  record Row(MemberId id, Email email, Day joined, Price price, Code code) {}

  /** A code and its member. */
  record CodeOfId(Code code, MemberId id) {}

  /** Lines. */
  @Sql("select id, email, price from members where joined >= :since order by id")
  List<Line> since(Day since);

  /** Changes. */
  @Sql("update members set price = :price where id = :id")
  int reprice(MemberId id, Price price);

  /** A row. */
  record Line(MemberId id, Email email, Optional<Price> price) {}
}
