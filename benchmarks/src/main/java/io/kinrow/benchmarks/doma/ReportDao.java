package io.kinrow.benchmarks.doma;

import java.util.Collection;
import java.util.List;
import org.seasar.doma.Dao;
import org.seasar.doma.Select;
import org.seasar.doma.Sql;

/** The statements of reports. */
@Dao
public interface ReportDao {
  @Sql(
      """
      select p.id, p.body, p.created_at, u.nickname as author
      from posts p join users u on u.id = p.user_id
      where p.id between /* first */0 and /* last */0 order by p.id
      """)
  @Select
  List<Line> lines(long first, long last);

  @Sql("select count(*) from posts where user_id = /* userId */0")
  @Select
  long posts(long userId);

  @Sql(
      """
      select id, nickname from users
      where id between /* first */0 and /* last */0 order by id
      """)
  @Select
  List<Person> people(long first, long last);

  @Sql(
      """
      select user_id, id, body from posts
      where user_id in /* ids */(1, 2) order by user_id, id
      """)
  @Select
  List<OwnedText> textsOf(Collection<Long> ids);

  @Sql("select id, body from posts where id in /* ids */(1, 2) order by id")
  @Select
  List<Text> texts(Collection<Long> ids);
}
