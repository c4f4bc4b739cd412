package app;

import app.db.enums.UserRole2;
import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Declared queries, by enums. */
@Queries
public interface Declared {

  /** Users of a role. */
  @Sql("select * from users where role = :role order by id")
  List<User> byRole(UserRole2 role);

  /** Names. */
  @Sql("select name from users where role in (:roles) order by name")
  List<String> names(Collection<UserRole2> roles);

  /** Through a CTE and an alias. */
  @Sql("with u as (select id, role as duty from users) select u.duty from u order by u.id")
  List<UserRole2> duties();

  /** Returned. */
  @Sql("update users set role = :role where id = :id returning role")
  Optional<UserRole2> promote(long id, UserRole2 role);

  /** Lines. */
  @Sql("select name, role from users order by id")
  List<Line> lines();

  /** A row. */
  record Line(String name, UserRole2 role) {}
}
