import static app.db.Tables.ACCOUNTS;
import static app.db.Tables.AUTHOR_1;
import static app.db.Tables.TEAMS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Author1;
import app.Records.Bio;
import app.Records.Crew;
import app.Records.Holder;
import app.Records.Id;
import app.Records.Job;
import app.Records.Label;
import app.Records.OwnerOfView;
import app.Records.OfTenant;
import app.Records.Parent;
import app.Records.Parents;
import app.Records.TenantName;
import app.Records.WithBadges;
import app.Records.Work;
import io.kinrow.runtime.Query;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      for (String sql :
          List.of(
              "insert into tenants values (1, 'one'), (2, 'two')",
              "insert into accounts values (1, 'a', 'Ann'), (1, 'b', null), (2, 'a', null)",
              "insert into badges values (1, 'gold'), (2, 'silver')",
              "insert into account_badges values (1, 'a', 1), (1, 'a', 2), (2, 'a', 1)",
              "insert into author_1 values (1, 10, 1, 'a', null), (2, 20, 1, null, 1),"
                  + " (3, 30, 2, 'a', 2)",
              "insert into profiles values ('one', 'first'), ('two', null)",
              "insert into teams values (1, 'red'), (2, null)",
              "insert into members values (1, 'red'), (2, null), (3, 'red')")) {
        app.dsl().execute(sql);
      }
      rowsOfRelations(app);
      plainNames(app);
      lists(app);
    }
  }

  private static void rowsOfRelations(App app) {
    TenantName one = new TenantName("one", Optional.of(new Bio(Optional.of("first"))));
    TenantName two = new TenantName("two", Optional.of(new Bio(Optional.empty())));
    assertStatements(
        app,
        1,
        () ->
            assertThat(app.author1s().orderBy(AUTHOR_1.ID).select(Work.class).list())
                .containsExactly(
                    new Work(1, 10, one, Optional.of(new Holder("a", "Ann", one, 2)), null, 1),
                    new Work(
                        2, 20, one, Optional.empty(), new Parent(1, Optional.empty(), 1), 1),
                    new Work(
                        3,
                        30,
                        two,
                        Optional.of(new Holder("a", null, two, 1)),
                        new Parent(2, Optional.of(new Parents(10)), 1),
                        0)));
    assertThat(
            app.author1s()
                .where(AUTHOR_1.author().author().ORDER.eq(10L))
                .select(Work.class)
                .one()
                .id())
        .isEqualTo(3);
    assertThat(app.owners().select(OwnerOfView.class).list())
        .containsExactly(new OwnerOfView(Optional.of("Ann")));
    assertThat(app.owners().select(OwnerOfView.class).page(1, 5).total()).isEqualTo(1);
  }

  /** The key of the joined row is selected too, but is not what the order names. */
  private static void plainNames(App app) {
    Query<Author1> unclear = app.author1s().orderBy(DSL.field(DSL.name("id")));
    assertThat(unclear.list()).hasSize(3);
    assertThatThrownBy(() -> unclear.select(OfTenant.class).list())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("ambiguous");
  }

  private static void lists(App app) {
    Label gold = new Label("gold", 2);
    Label silver = new Label("silver", 1);
    assertStatements(
        app,
        3,
        () ->
            assertThat(
                    app.accounts()
                        .orderBy(ACCOUNTS.TENANT_ID, ACCOUNTS.NUMBER)
                        .select(WithBadges.class)
                        .list())
                .containsExactly(
                    new WithBadges(
                        "a", List.of(gold, silver), List.of(new Job(1, Optional.empty()))),
                    new WithBadges("b", List.of(), List.of()),
                    new WithBadges(
                        "a", List.of(gold), List.of(new Job(3, Optional.of(new Parents(20)))))));
    assertStatements(
        app,
        2,
        () ->
            assertThat(app.teams().orderBy(TEAMS.ID).select(Crew.class).list())
                .containsExactly(
                    new Crew(Optional.of("red"), List.of(new Id(1), new Id(3)), 2),
                    new Crew(Optional.empty(), List.of(), 0)));
  }
}
