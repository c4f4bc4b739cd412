package io.kinrow.benchmarks.peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring's JdbcClient with a RowMapper a record. */
record SpringSql(JdbcClient client) implements OwnSql {

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getLong("id"),
        row.getString("body"),
        row.getTimestamp("created_at").toLocalDateTime(),
        row.getString("author"));
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(row.getLong("id"), row.getString("nickname"));
  }

  private static OwnedText ownedText(ResultSet row, int number) throws SQLException {
    return new OwnedText(row.getLong("user_id"), row.getLong("id"), row.getString("body"));
  }

  private static Text text(ResultSet row, int number) throws SQLException {
    return new Text(row.getLong("id"), row.getString("body"));
  }

  @Override
  public List<Line> lines(long first, long last) {
    return client
        .sql(
            """
            select p.id, p.body, p.created_at, u.nickname as author
            from posts p join users u on u.id = p.user_id
            where p.id between ? and ? order by p.id""")
        .params(first, last)
        .query(SpringSql::line)
        .list();
  }

  @Override
  public long posts(long userId) {
    return client
        .sql("select count(*) from posts where user_id = ?")
        .param(userId)
        .query(Long.class)
        .single();
  }

  @Override
  public List<Writer> writers(long first, long last) {
    List<Person> people =
        client
            .sql("select id, nickname from users where id between ? and ? order by id")
            .params(first, last)
            .query(SpringSql::person)
            .list();
    List<OwnedText> texts =
        client
            .sql(
                """
                select user_id, id, body from posts
                where user_id in (:ids) order by user_id, id""")
            .param("ids", OwnSql.ids(people))
            .query(SpringSql::ownedText)
            .list();
    return OwnSql.writers(people, texts);
  }

  @Override
  public List<Text> texts(Collection<Long> ids) {
    return client
        .sql("select id, body from posts where id in (:ids) order by id")
        .param("ids", ids)
        .query(SpringSql::text)
        .list();
  }
}
