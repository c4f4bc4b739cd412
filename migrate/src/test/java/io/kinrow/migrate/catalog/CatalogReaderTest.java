package io.kinrow.migrate.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogReaderTest {

  private static final String PARENT = "CREATE TABLE p (id INTEGER PRIMARY KEY, x INT UNIQUE);";

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          create table t(a int)                   | CREATE TABLE IF NOT EXISTS "T" ([A] INT /* c */)
          create table t(a int primary key)       | create table t(a int, primary key (a))
          create table t(a integer primary key)   | create table t(a integer not null, primary key(a))
          create table t(a int unique)            | create table t(a int, unique (a))
          create table t(a int check(a>0))        | create table t(a int, check (("a" > 0)))
          create table t(a int check(t.a==0))     | create table t(a int check (a = 0))
          create table t(a int not null)          | create table t(a int not null on conflict abort)
          create table t(a int null default null) | create table t(a int)
          create table t(a default (1))           | create table t(a default 1)
          create table t(a default "x")           | create table t(a default 'x')
          create table t(a default current_date)  | create table t(a default (CURRENT_DATE))
          create table t(a text collate binary)   | create table t(a text)
          create table t(a varchar (10, 2))       | create table t(a VARCHAR(10,2))
          create table t(a text primary key) without rowid | create table t(a text not null, primary key(a)) without rowid
          create table t(a references p)          | create table t(a references p(id) on delete no action)
          create table t(a references p(id))      | create table t(a, foreign key (a) references "p"("id"))
          create table t(a references p)          | create table t(a references p match full deferrable initially immediate)
          create table t(a references p, b references p(x)) | create table t(a, b, foreign key(b) references p(x), foreign key(a) references p)
          create table t(a, b as (a + 1))         | create table t(a, b generated always as ((a+1)) virtual)
          create table t(a, b, check(a>0), check(b>0)) | create table t(a, b, check(b>0) check(a>0))
          create table t(a); create index i on t(a)    | create table t(a); create index "I" on "T" ("a" asc)
          create table t(a); create index i on t(lower(a)) where a>1 | create table t(a); create index i on t(LOWER("a") COLLATE BINARY) where (A > 1)
          create table t(a); create view v as select a from t | create table t(a); create view v as SELECT "a"  FROM main.[t] --x
          create table t(a); create trigger r before insert on t begin select 1; end | create table t(a); CREATE TRIGGER r INSERT ON t FOR EACH ROW BEGIN SELECT 1; END
          """)
  void catalogsAreEqual_whenTheSameIsWrittenDifferently(String one, String other)
      throws SQLException {
    assertThat(read(PARENT + one)).isEqualTo(read(PARENT + other));
  }

  @ParameterizedTest(name = "{0} <> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          create table t(a int)                   | create table t(a integer)
          create table t(a int, b)                | create table t(b, a int)
          create table t(a int)                   | create table t(a int not null)
          create table t(a text)                  | create table t(a text collate nocase)
          create table t(a default 'x')           | create table t(a default 'X')
          create table t(a default "x")           | create table t(a default "X")
          create table t(a default 1)             | create table t(a default '1')
          create table t(a int primary key)       | create table t(a integer primary key)
          create table t(a integer primary key)   | create table t(a integer primary key desc)
          create table t(a integer primary key)   | create table t(a integer primary key autoincrement)
          create table t(a int primary key)       | create table t(a int primary key) without rowid
          create table t(a int)                   | create table t(a int) strict
          create table t(a, b, unique(a,b))       | create table t(a, b, unique(b,a))
          create table t(a unique)                | create table t(a unique on conflict ignore)
          create table t(a not null)              | create table t(a not null on conflict replace)
          create table t(a unique)                | create table t(a, unique(a collate nocase))
          create table t(a check(a>0))            | create table t(a check(a>1))
          create table t(a check(a<>'x'))         | create table t(a check(a<>'X'))
          create table t(a check(a>0))            | create table t(a constraint positive check(a>0))
          create table t(a references p(id))      | create table t(a references p(x))
          create table t(a references p)          | create table t(a references p on delete cascade)
          create table t(a references p)          | create table t(a references p on update set null)
          create table t(a references p)          | create table t(a references p deferrable initially deferred)
          create table t(a, b as (a+1))           | create table t(a, b as (a+2))
          create table t(a, b as (a+1))           | create table t(a, b as (a+1) stored)
          create table t(a unique)                | create table t(a); create unique index i on t(a)
          create table t(a); create index i on t(a) | create table t(a); create index i on t(a desc)
          create table t(a); create index i on t(a) | create table t(a); create index i on t(a collate nocase)
          create table t(a); create index i on t(a) | create table t(a); create unique index i on t(a)
          create table t(a); create index i on t(a) | create table t(a); create index i on t(a) where a > 0
          create table t(a); create index i on t(upper(a)) | create table t(a); create index i on t(lower(a))
          create view t as select 1               | create view t as select 2
          create table t(a); create trigger r before insert on t begin select 1; end | create table t(a); create trigger r after insert on t begin select 1; end
          """)
  void catalogsDiffer_whenOnePropertyDoes(String one, String other) throws SQLException {
    assertThat(read(PARENT + one)).isNotEqualTo(read(PARENT + other));
  }

  @Test
  void foreignKeysStayApart_whenTwoUnnamedOnesReferenceOneTable() throws SQLException {
    Catalog catalog =
        read(PARENT + "CREATE TABLE f (a REFERENCES p ON DELETE CASCADE, b REFERENCES p)");
    assertThat(catalog.table(new Name("F")).orElseThrow().foreignKeys())
        .containsExactlyInAnyOrder(
            new ForeignKey(
                List.of(new Name("a")),
                new Name("p"),
                List.of(new Name("id")),
                "NO ACTION",
                "CASCADE",
                false),
            new ForeignKey(
                List.of(new Name("b")),
                new Name("p"),
                List.of(new Name("id")),
                "NO ACTION",
                "NO ACTION",
                false));
  }

  @Test
  void ownTablesAreLeftOut_andShadowTablesAndHistory() throws SQLException {
    Catalog catalog =
        read(
            """
            CREATE TABLE flyway_schema_history (x);
            CREATE TABLE kinrow_parked_a (x);
            CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);
            CREATE VIRTUAL TABLE f USING fts5(title, body);
            """);
    assertThat(catalog.tables()).extracting(table -> table.name().text()).containsExactly("a", "f");
    assertThat(catalog.table(new Name("f")).orElseThrow().columnNames())
        .containsExactly(new Name("title"), new Name("body"));
    assertThat(catalog.parked()).containsExactly(new Name("kinrow_parked_a"));
  }

  @Test
  void sourceIsVerbatim_withoutTheCommentThatFollowsIt() throws SQLException {
    Catalog catalog = read("create table [t] (a -- the a\n) -- end\n;");
    assertThat(catalog.sql(catalog.table(new Name("t")).orElseThrow()))
        .isEqualTo("CREATE TABLE [t] (a -- the a\n)");
  }

  private static Catalog read(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
      return CatalogReader.read(connection, LeftOut.of("flyway_schema_history", List.of()));
    }
  }
}
