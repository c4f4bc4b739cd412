package io.kinrow.processor.name;

import static io.kinrow.processor.name.Tables.names;
import static io.kinrow.processor.name.Tables.property;
import static io.kinrow.processor.name.Tables.relation;
import static io.kinrow.processor.name.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.processor.fact.TableFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingRulesTest {

  private static final TableFacts USERS = table("users", "id");

  private static GeneratedNames decide(TableFacts... tables) {
    return NamingRules.name(List.of(tables), List.of(""), Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "users, User, users, Users, USERS",
    "categories, Category, categories, Categories, CATEGORIES",
    "Album, Album, albums, Album, ALBUM",
    "AlbumTrack, AlbumTrack, albumTracks, AlbumTrack, ALBUM_TRACK",
    "people, Person, people, People, PEOPLE",
    "order details, OrderDetail, orderDetails, OrderDetails, ORDER_DETAILS",
    "tbl-users.old, TblUsersOld, tblUsersOlds, TblUsersOld, TBL_USERS_OLD",
    "news, News, news, News, NEWS",
    "user_data, UserData, userData, UserData, USER_DATA",
    "statuses, Status, statuses, Statuses, STATUSES",
    "CUSTOMER_ORDERS, CustomerOrder, customerOrders, CustomerOrders, CUSTOMER_ORDERS",
    "HTMLPages, HtmlPage, htmlPages, HtmlPages, HTML_PAGES",
    "2fa_codes, _2faCode, _2faCodes, _2faCodes, _2FA_CODES",
    "%, U25, u25s, U25, U25_",
    "größen, Größen, größens, Größen, GRÖSSEN",
    "classes, Class_, classes, Classes, CLASSES",
    "objects, Object_, objects, Objects, OBJECTS",
    "records, Record_, records, Records_, RECORDS",
    "tables, Table, tables, Tables_, TABLES",
    "transaction, Transaction, transactions, Transaction, TRANSACTION",
    "close, Close, closes, Close, CLOSE",
  })
  void namesTable_byItsWords(
      String table, String entity, String repository, String tableClass, String constant) {
    TableNames names = names(decide(table(table, "id")), table);

    assertThat(names.entity()).isEqualTo(entity);
    assertThat(names.repository()).isEqualTo(repository);
    assertThat(names.tableClass()).isEqualTo(tableClass);
    assertThat(names.constant()).isEqualTo(constant);
  }

  @ParameterizedTest
  @CsvSource({
    "about_me, aboutMe, ABOUT_ME",
    "AlbumId, albumId, ALBUM_ID",
    "userID, userId, USER_ID",
    "CREATED_AT, createdAt, CREATED_AT",
    "unit price, unitPrice, UNIT_PRICE",
    "class, class_, CLASS",
    "hash_code, hashCode_, HASH_CODE",
    "get_class, getClass_, GET_CLASS",
    "notify, notify_, NOTIFY",
    "yield, yield_, YIELD",
    "1st, _1st, _1ST",
    "$, u24, U24",
    "t, t, T",
    "日本, 日本, 日本",
  })
  void namesColumn_byItsWords(String column, String property, String field) {
    ColumnNames names = names(decide(table("t", column)), "t").columns().get(column);

    assertThat(names).isEqualTo(new ColumnNames(property, field));
  }

  @Test
  void numbersTheLaterColumn_whenTwoBecomeOneName() {
    GeneratedNames names = decide(table("t", "user_name", "userName", "user name", "user_name2"));

    assertThat(property(names, "t", "user_name")).isEqualTo("userName");
    assertThat(property(names, "t", "userName")).isEqualTo("userName3");
    assertThat(property(names, "t", "user name")).isEqualTo("userName4");
    assertThat(property(names, "t", "user_name2")).isEqualTo("userName2");
    assertThat(names(names, "t").columns().values())
        .extracting(ColumnNames::field)
        .doesNotHaveDuplicates();
  }

  @Test
  void skipsANumber_thatStandsForSomethingElse() {
    GeneratedNames names = decide(table("U", "id"), table("u", "u", "U", "u!"));

    assertThat(names(names, "U").constant()).isEqualTo("U_");
    assertThat(names(names, "u").tableClass()).isEqualTo("U2");
    assertThat(names(names, "u").constant()).as("U2 is the class").isEqualTo("U3");
    assertThat(names(names, "u").columns().values())
        .extracting(ColumnNames::field)
        .as("U3 is the table")
        .containsExactlyInAnyOrder("U", "U2", "U4");
  }

  @Test
  void givesAnEntityItsTablesName_whenAnEarlierTableWouldTakeIt() {
    GeneratedNames names = decide(table("people", "id"), table("person", "id"));

    assertThat(names(names, "person").entity()).isEqualTo("Person");
    assertThat(names(names, "people").entity()).isEqualTo("People");
    assertThat(names.tables().values()).extracting(TableNames::repository).doesNotHaveDuplicates();
  }

  @Test
  void keepsLaterTableWhole_whenEntitiesCollide() {
    GeneratedNames names =
        decide(
            table("user", "id"),
            table("users", "id"),
            table("user_groups", "id"),
            table("usergroups", "id"),
            table("user_repositories", "id"));

    assertThat(names(names, "user").entity()).isEqualTo("User");
    assertThat(names(names, "users").entity()).isEqualTo("Users");
    assertThat(names(names, "user_groups").entity()).isEqualTo("UserGroup");
    assertThat(names(names, "usergroups").entity()).isEqualTo("Usergroups");
    assertThat(names(names, "user_repositories").entity()).isEqualTo("UserRepositories");
    assertThat(names.tables().values()).extracting(TableNames::repository).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "author_id, id, author",
    "authorId, id, author",
    "AUTHOR_ID, ID, author",
    "author_fk, id, author",
    "author_id_fk, id, author",
    "id_author, id, author",
    "reply_to_id, id, replyTo",
    "author_uuid, id, author",
    "author_name, name, author",
    "userid, id, user",
    "id, id, user",
    "author, id, authorUser",
    "user, id, userById",
    "user, name, userByName",
    "name, name, nameUser",
    "class_id, id, class_",
    "hash_code_id, id, hashCode_",
    "fields_id, id, fields_",
  })
  void namesToOne_byTheStemOfItsColumn(String column, String target, String one) {
    GeneratedNames names =
        decide(table("users", "id", "ID", "name"), table("posts", column + " -> users." + target));

    assertThat(relation(names, "posts", 0)).containsExactly(one, "posts");
  }

  @Test
  void keepsTheColumnAndTellsTheKey_whenAColumnIsCalledAsTheEntityItRefersTo() {
    GeneratedNames names =
        decide(
            table("posts", "id"),
            table("tags", "name"),
            table("post_tag", "post -> posts.id", "tag -> tags.name"),
            table("places", "region", "name", "place -> places.name"),
            table("visits", "id", "region+place -> places.region+name", "tag => tags.name"));

    assertThat(property(names, "post_tag", "tag")).isEqualTo("tag");
    assertThat(relation(names, "post_tag", 0)).containsExactly("postById", "postTags", "tags");
    assertThat(relation(names, "post_tag", 1)).containsExactly("tagByName", "postTags", "posts");
    assertThat(relation(names, "places", 0)).containsExactly("placeByName", "placesByPlace");
    assertThat(relation(names, "visits", 0)).containsExactly("placeByName", "visits");
    assertThat(relation(names, "visits", 1)).containsExactly("tagByName", "visit");
  }

  @Test
  void numbersTheRelation_whenAColumnTakesItsSecondNameToo() {
    GeneratedNames names =
        decide(
            table("tags", "name"),
            table("labels", "tag -> tags.name", "tag_by_name", "tag_id -> tags.name"));

    assertThat(relation(names, "labels", 0)).containsExactly("tagByName2", "labelsByTag");
    assertThat(relation(names, "labels", 1)).hasSize(2).doesNotContain("tag", "tagByName");
  }

  @Test
  void namesInverseBySingular_whenTheForeignKeyIsUnique() {
    GeneratedNames names = decide(USERS, table("profiles", "id", "user_id => users.id"));

    assertThat(relation(names, "profiles", 0)).containsExactly("user", "profile");
  }

  @Test
  void namesInversesByTheirToOne_whenSeveralLeadToOneTable() {
    GeneratedNames names =
        decide(
            USERS,
            table("messages", "id", "sender_id -> users.id", "receiver_id -> users.id"),
            table("licenses", "id", "owner_id => users.id", "payer_id -> users.id"));

    assertThat(relation(names, "messages", 0)).containsExactly("sender", "messagesBySender");
    assertThat(relation(names, "messages", 1)).containsExactly("receiver", "messagesByReceiver");
    assertThat(relation(names, "licenses", 0)).containsExactly("owner", "licenseByOwner");
  }

  @Test
  void namesInverseByItsToOne_whenATableRefersToItself() {
    GeneratedNames names =
        decide(table("Employee", "EmployeeId", "ReportsTo -> Employee.EmployeeId"));

    assertThat(relation(names, "Employee", 0))
        .containsExactly("reportsToEmployee", "employeesByReportsTo");
  }

  @Test
  void namesToOneByItsOwnColumn_whenTheForeignKeyIsComposite() {
    GeneratedNames names =
        decide(
            table("users", "tenant_id", "id"),
            table("posts", "id", "tenant_id+author_id -> users.tenant_id+id"),
            table("tags", "tenant_id+id -> users.tenant_id+id"));

    assertThat(relation(names, "posts", 0)).containsExactly("author", "posts");
    assertThat(relation(names, "tags", 0)).containsExactly("user", "tags");
  }

  @Test
  void namesWayAcross_whenATableOnlyJoins() {
    GeneratedNames names =
        decide(
            USERS,
            table("posts", "id", "user_id -> users.id"),
            table("tags", "id"),
            table("post_tags", "post_id -> posts.id", "tag_id -> tags.id"),
            table("likes", "user_id -> users.id", "post_id -> posts.id"),
            table("followers", "follower_id -> users.id", "followed_id -> users.id"));

    assertThat(relation(names, "post_tags", 0)).containsExactly("post", "postTags", "tags");
    assertThat(relation(names, "post_tags", 1)).containsExactly("tag", "postTags", "posts");
    assertThat(relation(names, "likes", 0)).containsExactly("user", "likes", "postsViaLikes");
    assertThat(relation(names, "likes", 1)).containsExactly("post", "likes", "users");
    assertThat(relation(names, "followers", 0))
        .containsExactly("follower", "followersByFollower", "followeds");
    assertThat(relation(names, "followers", 1))
        .containsExactly("followed", "followersByFollowed", "followers");
  }

  @Test
  void keepsRelation_whenOnlyItsCountIsAColumnToo() {
    GeneratedNames names =
        decide(table("users", "id", "posts_count"), table("posts", "id", "user_id -> users.id"));

    assertThat(relation(names, "posts", 0)).containsExactly("user", "posts");
  }

  @Test
  void doesNotDependOnOrder_whenTablesComeReversed() {
    TableFacts twin = table("user", "id", "user_id -> users.id");

    assertThat(decide(twin, USERS).tables()).isEqualTo(decide(USERS, twin).tables());
  }
}
