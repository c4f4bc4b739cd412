package io.kinrow.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.maven.fixture.Artifacts;
import io.kinrow.maven.postgres.EmbeddedServer;
import io.kinrow.maven.postgres.Postgres;
import io.kinrow.maven.postgres.PostgresVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code <schemas>}: several of PostgreSQL's. */
class SchemasTest {

  private static final String USERS = "create table users (id int primary key);";

  private static final String ORDERS =
      "create table shop.orders (id int primary key, user_id int not null references app.users);";

  private static int databases;

  @TempDir private Path folder;

  private Project project(String... schemas) throws Exception {
    return new Project(folder.resolve("project")).schemas(schemas);
  }

  private static Project onScratch(Project project) throws Exception {
    return project.scratch(PostgresServer.freshDatabase("schemas" + ++databases));
  }

  private Project appAndShop() throws Exception {
    return project("app", "shop")
        .migration("V1__users.sql", USERS)
        .migration("V2__orders.sql", ORDERS);
  }

  private static void assertBothAreThere(Project project) throws Exception {
    Map<String, String> files = project.files();
    assertThat(files)
        .containsKeys(
            "app/db/tables/Users.java",
            "app/db/shop/tables/Orders.java",
            "app/db/shop/tables/records/OrdersRecord.java",
            "app/db/shop/Tables.java",
            "app/db/App.java",
            "app/db/shop/Shop.java");
    assertThat(files.get("app/db/Tables.java"))
        .contains("Users USERS = Users.USERS;", "Orders ORDERS = Orders.ORDERS;");
    assertThat(files.get("app/db/shop/tables/Orders.java"))
        .contains(
            "schema = \"shop\"",
            "table = \"users\", tableSchema = \"app\"",
            "one = \"user\", many = \"orders\"");
  }

  @Test
  void generatesAll_thatFlywayMakes() throws Exception {
    Project project = onScratch(appAndShop());

    assertThat(Logged.during(project::generate)).isEmpty();
    assertBothAreThere(project);
    assertThat(project.files().keySet()).noneMatch(file -> file.contains("Flyway"));
  }

  @Test
  void deletesAndMovesClasses_whenTheListChanges() throws Exception {
    Project project = onScratch(appAndShop());
    project.generate();
    project.schemas("shop", "app").flyway(Map.of("schemas", "app,shop")).generate();
    assertThat(project.files())
        .containsKeys("app/db/tables/Orders.java", "app/db/app/tables/Users.java")
        .doesNotContainKeys("app/db/tables/Users.java", "app/db/shop/tables/Orders.java");
    project.schemas("shop").generate();
    assertThat(project.files().get("app/db/tables/Orders.java"))
        .as("a foreign key to a table that is not generated is a column")
        .contains("\"user_id\"")
        .doesNotContain("references = ");
    project.schemas("app").generate();
    assertThat(project.files().keySet())
        .contains("app/db/tables/Users.java")
        .noneMatch(file -> file.contains("Orders") || file.startsWith("app/db/app/"));
  }

  @Test
  void worksTwice_onADatabaseOfTheUsers_alsoAfterAFailure() throws Exception {
    Project project = onScratch(appAndShop());
    project.migration("V3__audit.sql", "create schema audit; create table audit.log (id int);");
    project.generate();

    project.migration("V4__bad.sql", "create table public.t (id int); create tabel x;");
    assertThatThrownBy(project::generate).hasMessageContaining("V4__bad.sql, line 1");
    project.migration("V4__bad.sql", "create table public.t (id int); create schema more;");
    assertThat(project.generate()).startsWith("generated");
    project.migration("V5__tags.sql", "create table shop.tags (id int primary key);");
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.files()).containsKey("app/db/shop/tables/Tags.java");
  }

  /** As {@code public} is in most databases. */
  @Test
  void worksTwice_whenASchemaIsThereFromTheBeginning() throws Exception {
    Project project =
        onScratch(project("public", "shop"))
            .migration("V1__users.sql", USERS)
            .migration("V2__orders.sql", ORDERS.replace("app.", ""));
    project.generate();
    project.migration("V3__tags.sql", "create table tags (id int primary key);");
    assertThat(project.generate()).startsWith("generated");
    assertThat(project.files())
        .containsKeys("app/db/tables/Tags.java", "app/db/shop/tables/Orders.java");
  }

  @Test
  void leavesTheDatabaseAsItWas() throws Exception {
    try (EmbeddedServer server =
        new Postgres(PostgresVersion.of(null), Artifacts.BINARIES, folder.resolve("postgres.log"))
            .start(folder.resolve("data"))) {
      Project project = appAndShop().scratch(server.url(), server.user(), server.password());
      List<String> before = schemas(server);
      project.migration("V3__audit.sql", "create schema audit; create table audit.log (id int);");
      project.generate();
      assertThat(schemas(server)).isEqualTo(before);

      try (Connection connection = connect(server);
          Statement statement = connection.createStatement()) {
        statement.execute("create schema precious; create type precious.t as enum ('a')");
      }
      project.migration("V4__tags.sql", "create table tags (id int primary key);");
      assertThatThrownBy(project::generate)
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining(
              "is not empty and was left as it is (there are objects in schema precious)");
      assertThat(schemas(server)).contains("precious");
    }
  }

  /** What administrators install beforehand; a composite type of theirs is a kind of table. */
  @Test
  void takesADatabase_thatHasNothingButExtensions() throws Exception {
    String url = PostgresServer.freshDatabase("extended");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create schema tools; create extension tablefunc schema tools");
      statement.execute("create extension hstore; create schema nothing");
    }
    assertThat(appAndShop().scratch(url).generate()).startsWith("generated");

    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create type nothing.pair as (a int, b int)");
    }
    assertThatThrownBy(() -> appAndShop().scratch(url).excludes("x").generate())
        .hasMessageContaining("there are objects in schema nothing");
  }

  private static Connection connect(EmbeddedServer server) throws Exception {
    return DriverManager.getConnection(server.url(), server.user(), server.password());
  }

  private static List<String> schemas(EmbeddedServer server) throws Exception {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select nspname from pg_namespace union all select relname from pg_class where oid >= 16384 order by 1")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  @Test
  void generatesAll_thatMigrationsMake_andGoesOnFromThere() throws Exception {
    Project project =
        project("app", "shop")
            .engine("postgresql")
            .migration("V0__mark.sql", "create schema app; " + Project.MARK)
            .migration(
                "V1__users.sql", "create schema shop; " + USERS.replace("users", "app.users"))
            .migration("V2__orders.sql", ORDERS);

    assertThat(project.excludes("mark_.*").generate()).startsWith("generated");
    assertBothAreThere(project);
    List<String> marks = project.excludes("").schemas("app", "shop", "public").generateAndMark();
    assertThat(marks).hasSize(1);

    project.migration("V3__tags.sql", "create table shop.tags (id int primary key);");
    assertThat(project.generateAndMark()).as("the kept database is used").isEqualTo(marks);
    assertThat(project.files()).containsKey("app/db/shop/tables/Tags.java");
  }

  @Test
  void generatesAll_whenAMigrationMakesOneOfThem() throws Exception {
    Project project =
        onScratch(
            project("app", "shop")
                .migration("V1__users.sql", "create schema shop; " + USERS)
                .migration("V2__orders.sql", ORDERS));

    assertThat(project.generate()).startsWith("generated");
    assertBothAreThere(project);
  }

  @Test
  void generatesAll_whateverScriptsSayOfTheSchemasThatTheyMake() throws Exception {
    Project project =
        onScratch(
            project("app", "shop", "Audit")
                .migration(
                    "V1__users.sql",
                    """
                    -- create schema app; by hand
                    /* create schema
                    app */
                    do $$ begin execute 'create ' || 'schema shop'; end $$;
                    create table notes (note text default 'create schema audit');
                    create schema "Audit";
                    create table "Audit".log (id int primary key);
                    """
                        + USERS)
                .migration("V2__orders.sql", ORDERS));

    assertThat(Logged.during(project::generate)).isEmpty();
    assertBothAreThere(project);
    assertThat(project.files()).containsKey("app/db/audit/tables/Log.java");
  }

  @Test
  void sameFiles_whoeverMakesTheSchemas() throws Exception {
    Project flyways = onScratch(appAndShop());
    flyways.generate();
    Project own =
        onScratch(new Project(folder.resolve("own")).schemas("app", "shop"))
            .migration(
                "V1__users.sql",
                "create schema app; create schema if not exists shop; "
                    + USERS.replace("users", "app.users"))
            .migration("V2__orders.sql", ORDERS);
    own.generate();
    assertThat(own.files()).isEqualTo(flyways.files());
  }

  @Test
  void obeysFlywaysOwnSettings() throws Exception {
    Project project =
        onScratch(appAndShop())
            .flyway(Map.of("schemas", "history,app,shop", "table", "done"))
            .migration("V1__users.sql", USERS.replace("users", "app.users"));

    assertThat(Logged.during(project::generate)).isEmpty();
    assertBothAreThere(project);
  }

  @Test
  void warnsOfTables_inSchemasThatAreNotGenerated() throws Exception {
    Project project =
        onScratch(project())
            .migration("V1__users.sql", USERS)
            .migration(
                "V2__more.sql",
                "create schema audit; create table audit.log (id int); create view audit.l as select 1;"
                    + " create schema one; create table one.t (id int);");

    assertThat(Logged.during(project::generate))
        .containsExactly(
            "WARNING Kinrow: schema audit has 2 tables that are not generated (l, log): set <schemas>"
                + " to public, audit, or leave it out on purpose with <excludes>audit\\..*</excludes>",
            "WARNING Kinrow: schema one has a table that is not generated (t): set <schemas> to"
                + " public, one, or leave it out on purpose with <excludes>one\\..*</excludes>");
    project.excludes("audit\\..*|one\\..*");
    assertThat(Logged.during(project::generate)).isEmpty();
    project.excludes("").schemas("public", "audit", "one");
    assertThat(Logged.during(project::generate)).isEmpty();
    assertThat(project.files())
        .containsKeys("app/db/audit/tables/Log.java", "app/db/one/tables/T.java");
  }

  @Test
  void generatesTheTypesThatAreUsed_ofSchemasThatAreNotListed() throws Exception {
    Project project =
        onScratch(project())
            .migration(
                "V1__all.sql",
                """
                create schema types;
                create type types.mood as enum ('a');
                create type types.mood2 as enum ('a');
                create type types.mood3 as enum ('a');
                create type types.unused as enum ('a');
                create type types.pair as (one types.mood3, two int);
                create domain types.short as varchar(3);
                create domain types.shorter as types.short;
                create table users (id int primary key, mood types.mood, moods types.mood2[], pair types.pair, s types.shorter);
                create function tell(mood types.mood) returns int language sql as 'select 1';
                """);

    assertThat(Logged.during(project::generate)).isEmpty();
    assertThat(project.files().keySet())
        .contains(
            "app/db/tables/Users.java",
            "app/db/Tables.java",
            "app/db/types/enums/Mood.java",
            "app/db/types/enums/Mood2.java",
            "app/db/types/enums/Mood3.java",
            "app/db/types/udt/Pair.java",
            "app/db/types/Domains.java")
        .noneMatch(file -> file.contains("Unused"));
    assertThat(project.files().get("app/db/tables/Users.java"))
        .contains("TableField<UsersRecord, Mood> MOOD", "TableField<UsersRecord, Mood2[]> MOODS");
    project.migration("V2__used.sql", "alter table users add u types.unused;");
    project.generate();
    assertThat(project.files()).containsKey("app/db/types/enums/Unused.java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app;app | <schemas>: app is listed twice. Remove one of the two",
        "app; ;shop | <schemas>: an entry is empty. Name a schema in it, or remove it",
        "pg_catalog | <schemas>: pg_catalog belongs to PostgreSQL itself. Remove it",
      })
  void refusesSchemas_thatCannotBeMeant(String schemas, String message) throws Exception {
    Project project = onScratch(project(schemas.split(";"))).migration("V1__users.sql", USERS);

    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessage("Kinrow: " + message);
  }

  @Test
  void refusesASchemaThatNobodyMakes() throws Exception {
    Project project =
        onScratch(appAndShop()).schemas("App", "shop").flyway(Map.of("schemas", "app,shop"));

    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessage(
            "Kinrow: <schemas>: there is no schema App after the migrations; there are app, "
                + "public, shop. Correct the name (write it as in SQL, without quotes), or let a "
                + "migration create the schema");
  }

  @Test
  void warnsOfTheOthersTables_whenANameIsWrong() throws Exception {
    Project project =
        onScratch(project("app", "shpo"))
            .migration("V1__users.sql", USERS)
            .migration("V2__orders.sql", "create schema shop; " + ORDERS);

    assertThat(Logged.during(project::generate))
        .singleElement()
        .asString()
        .contains("schema shop has a table that is not generated (orders)");
  }

  @Test
  void refusesSchemas_onSqlite() throws Exception {
    Project project = project("app").migration("V1__users.sql", USERS);

    assertThatThrownBy(project::generate)
        .isInstanceOf(GenerationException.class)
        .hasMessage(
            "Kinrow: <schemas> is for engines that can have several schemas in a database, and "
                + "SQLite cannot. Leave <schemas> out, or set <engine> to the one that the migrations "
                + "are for");
  }

  /** Names of schemas and tables that are those of jOOQ's classes and packages. */
  @Test
  void compiles_whateverSchemasAreCalled() throws Exception {
    Project project =
        onScratch(
            project("tables", "public", "Keys", "Tenant-7", "tenant_7", "class", "enums", "a.b"));
    StringBuilder script = new StringBuilder("create schema empty;");
    for (String schema :
        List.of("public", "Keys", "Tenant-7", "tenant_7", "class", "enums", "a.b")) {
      script.append(
          """
          create type "%1$s".mood as enum ('a');
          create table "%1$s".users (id int primary key, mood "%1$s".mood);
          create table "%1$s".tables (id int primary key, user_id int references "%1$s".users, other int references public.users);
          create function "%1$s".some() returns setof "%1$s".users language sql as 'select * from "%1$s".users';
          """
              .formatted(schema));
    }
    project.migration("V1__all.sql", script.toString());
    new Program(folder.resolve("project"), project).build();
    assertThat(project.files().get("app/db/Tables.java"))
        .contains("USERS = ", "KEYS_USERS = ", "TENANT_7_USERS = ", "TENANT_7_USERS2 = ");
  }
}
