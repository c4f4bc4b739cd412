package io.kinrow.benchmarks.peer;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/** MyBatis with an annotated mapper, whose rows become records by their constructors. */
record MyBatisSql(SqlSessionFactory sessions) implements OwnSql {

  private static final String IDS =
      "<foreach item='id' collection='ids' open='(' separator=',' close=')'>#{id}</foreach>";

  /** The statements. */
  interface Mapper {
    @Select(
        """
        select p.id, p.body, p.created_at, u.nickname as author
        from posts p join users u on u.id = p.user_id
        where p.id between #{first} and #{last} order by p.id""")
    List<Line> lines(@Param("first") long first, @Param("last") long last);

    @Select("select count(*) from posts where user_id = #{userId}")
    long posts(long userId);

    @Select("select id, nickname from users where id between #{first} and #{last} order by id")
    List<Person> people(@Param("first") long first, @Param("last") long last);

    @Select(
        "<script>select user_id, id, body from posts where user_id in "
            + IDS
            + " order by user_id, id</script>")
    List<OwnedText> textsOf(@Param("ids") Collection<Long> ids);

    @Select("<script>select id, body from posts where id in " + IDS + " order by id</script>")
    List<Text> texts(@Param("ids") Collection<Long> ids);
  }

  private <R> R call(Function<Mapper, R> work) {
    try (SqlSession session = sessions.openSession(true)) {
      return work.apply(session.getMapper(Mapper.class));
    }
  }

  @Override
  public List<Line> lines(long first, long last) {
    return call(mapper -> mapper.lines(first, last));
  }

  @Override
  public long posts(long userId) {
    return call(mapper -> mapper.posts(userId));
  }

  @Override
  public List<Writer> writers(long first, long last) {
    return call(
        mapper -> {
          List<Person> people = mapper.people(first, last);
          return OwnSql.writers(people, mapper.textsOf(OwnSql.ids(people)));
        });
  }

  @Override
  public List<Text> texts(Collection<Long> ids) {
    return call(mapper -> mapper.texts(ids));
  }
}
