package io.kinrow.benchmarks.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.result.LinkedHashMapRowReducer;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowReducer;

/** JDBI's SQL objects; a join is taken apart by a row reducer. */
record JdbiSql(Dao dao) implements OwnSql {

  /** The statements. */
  public interface Dao {
    @SqlQuery(
        """
        select p.id, p.body, p.created_at, u.nickname as author
        from posts p join users u on u.id = p.user_id
        where p.id between :first and :last order by p.id""")
    @RegisterConstructorMapper(Line.class)
    List<Line> lines(@Bind("first") long first, @Bind("last") long last);

    @SqlQuery("select count(*) from posts where user_id = :userId")
    long posts(@Bind("userId") long userId);

    @SqlQuery(
        """
        select u.id as u_id, u.nickname as u_nickname, p.id as p_id, p.body as p_body
        from users u left join posts p on p.user_id = u.id
        where u.id between :first and :last order by u.id, p.id""")
    @RegisterConstructorMapper(value = Person.class, prefix = "u")
    @RegisterConstructorMapper(value = Text.class, prefix = "p")
    @UseRowReducer(WriterReducer.class)
    List<Writer> writers(@Bind("first") long first, @Bind("last") long last);

    @SqlQuery("select id, body from posts where id in (<ids>) order by id")
    @RegisterConstructorMapper(Text.class)
    List<Text> texts(@BindList("ids") Collection<Long> ids);
  }

  /** A writer for each user, and a text for each row that has one. */
  public static final class WriterReducer implements LinkedHashMapRowReducer<Long, Writer> {

    @Override
    public void accumulate(Map<Long, Writer> writers, RowView row) {
      Writer writer =
          writers.computeIfAbsent(
              row.getColumn("u_id", Long.class),
              id -> {
                Person person = row.getRow(Person.class);
                return new Writer(id, person.nickname(), new ArrayList<>());
              });
      if (row.getColumn("p_id", Long.class) != null) {
        writer.posts().add(row.getRow(Text.class));
      }
    }
  }

  @Override
  public List<Line> lines(long first, long last) {
    return dao.lines(first, last);
  }

  @Override
  public long posts(long userId) {
    return dao.posts(userId);
  }

  @Override
  public List<Writer> writers(long first, long last) {
    return dao.writers(first, last);
  }

  @Override
  public List<Text> texts(Collection<Long> ids) {
    return dao.texts(ids);
  }
}
