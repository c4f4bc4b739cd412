package io.kinrow.processor.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.jooq.meta.jaxb.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

  @TempDir private Path folder;

  @Test
  void keepsForeignKeysApart_whenTwoUnnamedOnesReferToOneTable() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table users (id integer primary key)",
            "create table messages (id integer primary key, sender_id int references users on delete"
                + " cascade, receiver_id int references users on update set null)");

    assertThat(schema.model("Messages"))
        .contains(
            "(columns = \"sender_id\", table = \"users\", tableColumns = \"id\", onDelete ="
                + " TableDescription.Action.CASCADE, one = \"sender\", many = \"messagesBySender\")",
            "(columns = \"receiver_id\", table = \"users\", tableColumns = \"id\", onUpdate ="
                + " TableDescription.Action.SET_NULL, one = \"receiver\", many = \"messagesByReceiver\")");
  }

  @Test
  void findsForeignKeys_whenTheyAreCompositeOrSpelledDifferentlyOrTwice() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table Users (Tenant_Id int, ID int, code text unique, primary key (tenant_id, id))",
            "create table notes (tenant_id int, author_id int, user_code text references USERS(CODE)"
                + " references Users(code), foreign key (tenant_id, author_id) references users)");

    assertThat(schema.model("Notes"))
        .contains(
            "columns = {\"tenant_id\", \"author_id\"}, table = \"Users\", tableColumns ="
                + " {\"Tenant_Id\", \"ID\"}, one = \"author\"",
            "columns = \"user_code\", table = \"Users\", tableColumns = \"code\", one = \"user\"")
        .containsOnlyOnce("\"user_code\", table");
    schema.compiles();
  }

  @Test
  void leavesForeignKeyOut_whenItLeadsNowhere() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table users (id integer primary key, nickname text)",
            "create table posts (id integer primary key, blog_id int references blogs,"
                + " nickname text references users (nickname), x int references users (y),"
                + " user_id int references users)");

    assertThat(schema.model("Posts"))
        .containsOnlyOnce("@TableDescription.Reference")
        .contains("user_id");
  }

  @Test
  void mapsDeclaredTypes_whenTheyAreUsualOnes() throws Exception {
    String source =
        GeneratedSchema.of(
                folder,
                "create table t (a integer, b int, c bigint, d tinyint, e text, f varchar(20),"
                    + " g boolean, h date, i datetime, j timestamp, k decimal(10, 2), l numeric,"
                    + " m blob, n real, o double precision, p time, q uuid, r nvarchar(160),"
                    + " s decimal(10), t2 unsigned big int)")
            .compiles()
            .source("tables/T");

    assertThat(source)
        .contains("Long> A", "Long> B", "Long> C", "Long> D", "String> E", "String> F")
        .contains("VARCHAR(20)", "Boolean> G", "LocalDate> H", "LocalDateTime> I")
        .contains("LocalDateTime> J", "BigDecimal> K", "NUMERIC(10, 2)", "BigDecimal> L")
        .contains("byte[]> M", "Double> N", "Double> O", "LocalTime> P", "UUID> Q")
        .contains("VARCHAR(160)", "BigDecimal> S", "Long> T2");
  }

  @Test
  void mapsDeclaredTypes_whenTheyAreOddOrMissing() throws Exception {
    String source =
        GeneratedSchema.of(
                folder,
                "create table t (a, b floating point, c charint, d \"my own\", e string,"
                    + " f varchar (  7  ), g native character(70), h blob sub_type text, i bool,"
                    + " j timestamp(3), k enum(3), l varbinary(16), m money)")
            .compiles()
            .source("tables/T");

    assertThat(source)
        .doesNotContain("OTHER", "Object>")
        .contains("String> A", "Long> B", "Long> C", "BigDecimal> D", "String> E", "VARCHAR(7)")
        .contains("VARCHAR(70)", "String> H", "Boolean> I", "LocalDateTime> J", "String> K")
        .contains("byte[]> L", "BigDecimal> M");
  }

  @Test
  void takesTypeOfTheKey_whenAForeignKeyHasNone() throws Exception {
    String source =
        GeneratedSchema.of(
                folder,
                "create table users (id integer primary key, code char(3) unique)",
                "create table posts (author references users, code references users (code), x)")
            .source("tables/Posts");

    assertThat(source).contains("Long> AUTHOR", "String> CODE", "VARCHAR(3)", "String> X");
  }

  @Test
  void tellsIdentity_whenTheKeyIsTheRowNumber() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table a (id integer primary key)",
            "create table b (id integer, primary key (id desc))",
            "create table c (id integer primary key desc)",
            "create table d (id int primary key)",
            "create table e (id integer primary key) without rowid",
            "create table f (x integer, y integer, primary key (x, y))",
            "create table g (id integer primary key autoincrement) strict",
            "create table h (name text primary key)");

    String identity = "identity = true";
    assertThat(schema.model("A")).contains(identity).doesNotContain("nullable");
    assertThat(schema.model("B")).contains(identity);
    assertThat(schema.model("C")).doesNotContain(identity, "nullable");
    assertThat(schema.model("D")).doesNotContain(identity, "nullable");
    assertThat(schema.model("E")).doesNotContain(identity);
    assertThat(schema.model("F")).doesNotContain(identity, "nullable");
    assertThat(schema.model("G")).contains(identity);
    assertThat(schema.model("H")).doesNotContain(identity, "nullable");
  }

  @Test
  void tellsDefaultsAndGeneratedColumns_whenTheTableHasThem() throws Exception {
    String model =
        GeneratedSchema.of(
                folder,
                "create table t (id integer primary key, a text default 'x', b text default null,"
                    + " c int generated always as (id * 2), d int as (id + 1) stored,"
                    + " e generated always as (1), f text not null default (lower('A')))")
            .compiles()
            .model("T");

    assertThat(model)
        .contains(
            "name = \"a\", field = \"A\", property = \"a\", nullable = true, defaulted = true",
            "name = \"b\", field = \"B\", property = \"b\", nullable = true)",
            "name = \"c\", field = \"C\", property = \"c\", nullable = true, generated = true",
            "name = \"d\", field = \"D\", property = \"d\", nullable = true, generated = true",
            "name = \"e\", field = \"E\", property = \"e\", nullable = true, generated = true",
            "name = \"f\", field = \"F\", property = \"f\", defaulted = true");
  }

  @Test
  void listsUniqueKeys_whenTheyCoverAllRowsByColumns() throws Exception {
    String model =
        GeneratedSchema.of(
                folder,
                "create table t (id integer primary key, a text unique, b int, c int, d int,"
                    + " unique (b, c), unique (a))",
                "create unique index t_d on t (d)",
                "create unique index t_cb on t (c, b)",
                "create unique index t_partial on t (b) where c > 0",
                "create unique index t_expression on t (lower(a))",
                "create unique index t_id on t (id)",
                "create index t_plain on t (c, d)",
                "create index t_half on t (c) where d > 0")
            .model("T");

    assertThat(model)
        .contains(
            """
                uniqueKeys = {
                    @TableDescription.Key(columns = "a"),
                    @TableDescription.Key(columns = {"b", "c"}),
                    @TableDescription.Key(name = "t_d", columns = "d")
                },
                indexes = {
                    @TableDescription.Key(name = "t_plain", columns = {"c", "d"})
                }
            """);
  }

  @Test
  void tellsUniqueReference_whenAKeyLiesWithinItsColumns() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table users (id integer primary key, name text)",
            "create unique index users_name on users (name)",
            "create table profiles (user_id integer primary key references users)",
            "create table badges (id integer primary key, owner text unique references users (name))");

    assertThat(schema.model("Profiles"))
        .contains("unique = true, one = \"user\", many = \"profile\"");
    assertThat(schema.model("Badges"))
        .contains("tableColumns = \"name\", unique = true, one = \"ownerUser\", many = \"badge\"");
  }

  @Test
  void tellsViews_whenTheirColumnsHaveTypesOrNot() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table t (id integer primary key, name text not null, paid decimal(10,2))",
            "create view v as select id, name as who, paid, paid * 2 twice, cast(id as real) r from t",
            "create trigger v_insert instead of insert on v begin insert into t values (1, 'x', 2); end",
            "create trigger t_insert after insert on t begin select 1; end");

    assertThat(schema.model("V"))
        .contains("kind = TableDescription.Kind.VIEW", "triggers = true")
        .doesNotContain("primaryKey");
    assertThat(schema.source("tables/V"))
        .contains("TableOptions.view(", "Long> ID", "String> WHO", "BigDecimal> PAID", "Double> R");
    assertThat(schema.model("T")).contains("triggers = true").doesNotContain("Kind.VIEW");
    schema.compiles();
  }

  @Test
  void tellsTypesOfExpressions_asFarAsTheyCanBeKnown() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table t (id integer primary key, name text, paid decimal(10,2), at timestamp)",
            "create view v as select count(*) n, max(at) latest, name || 'x' nx, paid * 2 twice,"
                + " coalesce(id, 0) i, id > 5 big, date('now') today, iif(id > 1, 1, 2) f, null z,"
                + " sum(paid) s from t group by name",
            "create view unparsable as select id, id -> '$.x' isnull as odd, count(*) n from t",
            "create view v_of_v (a, b) as select n, upper(nx) from v");

    assertThat(schema.source("tables/V"))
        .contains("Long> N", "LocalDateTime> LATEST", "String> NX", "BigDecimal> TWICE", "Long> I")
        .contains("Boolean> BIG", "LocalDate> TODAY", "String> Z", "BigDecimal> S");
    assertThat(schema.source("tables/Unparsable")).contains("Long> ID", "String> ODD");
    assertThat(schema.source("tables/VOfV")).contains("> A", "String> B");
    schema.compiles();
  }

  @Test
  void readsVirtualTables_whenTheyHaveShadowTables() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(folder, "create virtual table posts_search using fts5(title, body)");

    assertThat(schema.tableClasses()).containsExactly("PostsSearch");
    assertThat(schema.model("PostsSearch"))
        .contains("\"title\"", "\"body\"")
        .doesNotContain("rank");
  }

  @Test
  void losesNoTable_whenJooqCannotParseItsDdl() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table [a b] ([c d] int check ([c d] glob '[0-9]*'), e text collate nocase"
                + " check (e like 'x' or json_valid(e)) , unique (e) on conflict replace) strict",
            "create table t (a int default (unixepoch('now', 'subsec')), b any,"
                + " check (typeof(a) is not 'blob' and a not null and b -> '$.x' isnull)) strict");

    assertThat(schema.tableClasses()).contains("AB", "T");
  }

  @Test
  void failsWithTableAndReason_whenSqliteCannotReadIt() {
    assertThatThrownBy(
            () ->
                GeneratedSchema.of(
                    folder,
                    "create table t (id integer primary key)",
                    "create view broken as select * from gone"))
        .hasMessageContaining("Table broken cannot be generated")
        .hasMessageContaining("no such table: main.gone")
        .hasMessageContaining("repair or exclude it");
  }

  @Test
  void goesOn_whenTheUnreadableTableIsExcluded() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            Map.of(),
            new Database().withExcludes("broken"),
            "create table t (id integer primary key)",
            "create view broken as select * from gone");

    assertThat(schema.tableClasses()).containsExactly("T");
  }

  @Test
  void leavesFlywaysHistoryOut_always() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table flyway_schema_history (installed_rank int primary key)",
            "create table t (id integer primary key)");

    assertThat(schema.tableClasses()).containsExactly("T");
  }

  @Test
  void dropsForeignKey_whenItsTargetIsExcluded() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            Map.of(),
            new Database().withExcludes("users"),
            "create table users (id integer primary key)",
            "create table posts (id integer primary key, user_id int references users)");

    assertThat(schema.model("Posts")).doesNotContain("references");
  }
}
