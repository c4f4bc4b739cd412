package io.kinrow.processor.name;

import static io.kinrow.processor.name.Tables.names;
import static io.kinrow.processor.name.Tables.property;
import static io.kinrow.processor.name.Tables.relation;
import static io.kinrow.processor.name.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.processor.fact.TableFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {

  private static final List<TableFacts> BLOG =
      List.of(
          table("users", "id", "class", "posts_count"),
          table("posts", "id", "user_id -> users.id", "editor_id -> users.id"),
          table("notes", "id", "a", "b", "a+b -> posts.id+user_id"),
          table("odd table", "odd column"),
          table("followers", "follower_id -> users.id", "followed_id -> users.id"));

  private static GeneratedNames decide(String... overrides) {
    Map<String, String> map = new HashMap<>();
    for (String override : overrides) {
      map.put(override.split("=")[0], override.split("=")[1]);
    }
    return NamingRules.name(BLOG, List.of(""), map);
  }

  @Test
  void namesEntity_andItsRepository() {
    assertThat(names(decide("users=Account"), "users").repository()).isEqualTo("accounts");
    TableNames both = names(decide("users=Account, members"), "users");
    assertThat(both.entity()).isEqualTo("Account");
    assertThat(both.repository()).isEqualTo("members");
  }

  @Test
  void namesProperty_ofPlainAndReferringColumns() {
    GeneratedNames names =
        decide("users.class=clazz", "odd table.odd column=even", "posts.user_id.property=owner");

    assertThat(property(names, "users", "class")).isEqualTo("clazz");
    assertThat(names(names, "users").columns().get("class").field()).isEqualTo("CLASS");
    assertThat(property(names, "odd table", "odd column")).isEqualTo("even");
    assertThat(property(names, "posts", "user_id")).isEqualTo("owner");
  }

  @Test
  void namesRelation_atOneEndOrBothOrAcross() {
    GeneratedNames names =
        decide(
            "posts.user_id=author",
            "posts.editor_id=editor, edited",
            "notes.a+b=post, remarks",
            "followers.follower_id=follower, , following");

    assertThat(relation(names, "posts", 0)).containsExactly("author", "postsByAuthor");
    assertThat(relation(names, "posts", 1)).containsExactly("editor", "edited");
    assertThat(relation(names, "notes", 0)).containsExactly("post", "remarks");
    assertThat(relation(names, "followers", 0))
        .containsExactly("follower", "followersByFollower", "following");
  }

  @Test
  void givesWayToOverride_whenTheRulesWouldTakeItsName() {
    GeneratedNames names = decide("users.class=postsByUser", "users=Post");

    assertThat(relation(names, "posts", 0)).containsExactly("user", "postsByUser2");
    assertThat(names(names, "posts").entity()).isEqualTo("Posts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "user=Account | names: user: there is no table user; did you mean 'users'?",
        "zzzzzzzz=Account | there is no table zzzzzzzz; available names: ",
        "posts.usr_id=author | names: posts.usr_id: table posts has no column usr_id; did you mean 'user_id'?",
        "pots.user_id=author | names: pots.user_id: there is no table pots; did you mean 'posts'?",
        "notes.b+a=post | has no foreign key with these columns in this order",
        "users.class=class | \"class\" cannot be the name of a Java member",
        "users.class=hashCode | \"hashCode\" cannot be the name of a Java member",
        "users.class=a b | \"a b\" cannot be the name of a Java member",
        "users.class=a,b | at most 1 name is possible here: one name, since it is not a foreign key",
        "posts.user_id=a,b,c | at most 2 names are possible here",
        "users.class=id | names: users.class: \"id\" is the name of column id of users; choose another",
        "posts.user_id=author, id | is the name of column id of users",
        "posts.user_id=id | \"id\" is the name of column id of posts",
        "users=A,b,c | at most 2 names are possible here",
      })
  void isRefused_whenItNamesNothingOrIsNoName(String override, String problem) {
    assertThatThrownBy(() -> decide(override))
        .isInstanceOf(NamingException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void isRefusedWithBothNamed_whenTwoGiveOneName() {
    assertThatThrownBy(() -> decide("users=Account", "posts=Account"))
        .hasMessage(
            "names: users: \"Account\" is also given by posts in entity of the schema; one of them"
                + " needs another name");
    assertThatThrownBy(() -> decide("posts.user_id=a, things", "posts.editor_id=b, things"))
        .hasMessageContaining("posts.user_id: \"things\" is also given by posts.editor_id");
    assertThatThrownBy(() -> decide("posts.user_id=a, things", "users.posts_count=things"))
        .hasMessageContaining("\"things\" is also given by posts.user_id");
  }

  @Test
  void tellsEveryProblem_whenThereAreSeveral() {
    assertThatThrownBy(() -> decide("user=Account", "posts.usr_id=author"))
        .hasMessageContaining("user:")
        .hasMessageContaining("posts.usr_id:");
  }
}
