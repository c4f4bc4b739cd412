package io.kinrow.blog;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Queries
interface BadQueries {

  void noSql();

  @Sql("select u.* from users u")
  <T> List<T> typeParameters();

  @Sql("select u.* from user u")
  List<User> unknownStatement();

  @Sql("select id from posts where id = :id")
  long missingParameter(long idd);

  @Sql("delete from posts")
  void unusedParameter(long id);

  @Sql("select id from posts where id = :id")
  long wrongParameter(String id);

  @Sql("select id from posts where id in (:ids)")
  List<Long> noList(long ids);

  @Sql("select id from posts where id in (:ids)")
  List<Long> wrongList(List<String> ids);

  @Sql("select :x as x")
  String noPlainValue(Thread x);

  @Sql("delete from posts")
  List<Post> noRows();

  @Sql("delete from posts")
  boolean countAsBoolean();

  @Sql("select id, body from posts")
  void rowsForNothing();

  @Sql("delete from posts where id = :id")
  int countOfBatch(List<Id> ids);

  @Sql("delete from posts where id = :id")
  int[] countsOfOne(long id);

  @Sql("insert into posts (id) values (:id) returning id")
  List<Long> batchWithRows(List<Id> ids);

  @Sql("select id, body from posts")
  List<Title> noColumn();

  @Sql("select id, body from posts")
  List<Id> unreadColumn();

  @Sql("select id, body from posts")
  List<String> twoColumns();

  @Sql("select id, body from posts")
  List<Post> notAnEntity();

  @Sql("select id, body from posts")
  List<WrongTypes> wrongTypes();

  @Sql("select u.nickname from posts p left join users u on u.id = p.user_id")
  List<String> mayBeNull();

  @Sql("select u.nickname as \"author.nickname\" from posts p left join users u on u.id = p.user_id")
  List<Nested> nestedMayBeNull();

  @Sql(
      "select r.id as \"author.id\", u.nickname as \"author.nickname\" from posts p"
          + " left join posts r on r.id = p.reply_to_id left join users u on u.id = r.user_id")
  List<OtherTable> ofAnotherTable();

  @Sql("select u.* from posts p left join users u on u.id = p.user_id")
  List<User> entityMayBeNull();

  @Sql("select 1 as a_b, 2 as aB")
  List<A> sameLabel();

  @Sql("select p.id, count(*) as \"author.posts\" from posts p")
  List<OptionalAuthor> absenceUnknown();

  @Sql("select p.id, count(*) as \"author.posts\" from posts p")
  List<NoPrefix> noNestedColumns();

  @Sql("select 'x' as text")
  int number();

  @Sql("select 'x' as text")
  Thread noType();

  @Sql("select 'x' as text")
  io.kinrow.runtime.Query<String> noEntity();

  @Sql("insert into posts (id) values (:id) returning id")
  io.kinrow.runtime.Query<Post> writingQuery(long id);

  @Sql("select id, body from posts")
  List<NotAList> notAList();

  @Sql("select id, body from posts")
  List<NoQuery> noQuery();

  @Sql("select id, body from posts")
  List<NoKey> noKey();

  @Sql("select id, body from posts")
  List<NoKeyColumn> noKeyColumn();

  @Sql("select id, body from posts")
  List<NoFacts> noFacts();

  record NotAList(long id, String body, @Sql("select id, body from posts") Id children) {}

  record NoQuery(long id, String body, @Sql("delete from posts") List<Id> children) {}

  record NoKey(
      long id, String body, @Sql("select id from posts where id = :id") List<Id> children) {}

  record NoKeyColumn(
      long id, String body, @Sql("select id from posts where body in (:body)") List<Id> children) {}

  record NoFacts(long id, String body, @Sql("select 7") List<Id> children) {}

  record Nested(Nickname author) {}

  record Nickname(String nickname) {}

  record OtherTable(Optional<Named> author) {}

  record Named(long id, String nickname) {}

  record Id(long id) {}

  record Title(long id, String bodi) {}

  record WrongTypes(int id, long body) {}

  record A(long ab) {}

  record OptionalAuthor(long id, Optional<Author> author) {}

  record NoPrefix(long id, Author writer) {}

  record Author(long posts) {}

  @Sql("select id from posts where id = :id")
  long noParameter();
}
