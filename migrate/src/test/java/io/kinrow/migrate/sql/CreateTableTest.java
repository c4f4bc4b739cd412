package io.kinrow.migrate.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.migrate.sql.CreateTable.CheckText;
import io.kinrow.migrate.sql.CreateTable.ColumnText;
import io.kinrow.migrate.sql.CreateTable.ForeignKeyText;
import io.kinrow.migrate.sql.CreateTable.KeyText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CreateTableTest {

  @Test
  void everyPartIsRead_whenConstraintsAreInline() {
    CreateTable table =
        CreateTable.parse(
            """
            CREATE TABLE "my table" (
              id INTEGER PRIMARY KEY ON CONFLICT ABORT AUTOINCREMENT,
              [a, b] VARCHAR(10, 2) COLLATE nocase NOT NULL ON CONFLICT REPLACE DEFAULT (1 + (2)),
              "c)" CONSTRAINT "positive one" CHECK ("c)" > 0) UNIQUE ON CONFLICT IGNORE,
              d INT DEFAULT -1 REFERENCES p (x) ON DELETE SET NULL ON UPDATE NO ACTION
                MATCH FULL NOT DEFERRABLE INITIALLY DEFERRED,
              e REFERENCES p DEFERRABLE INITIALLY DEFERRED NULL,
              f INT GENERATED ALWAYS AS (d * 2) STORED -- the end
            ) STRICT
            """);
    assertThat(table.name().unquoted()).isEqualTo("my table");
    assertThat(table.autoincrement()).isTrue();
    assertThat(table.columns())
        .extracting(ColumnText::name)
        .containsExactly("id", "a, b", "c)", "d", "e", "f");
    assertThat(table.columns().get(1).collation()).isEqualTo("NOCASE");
    assertThat(table.columns().get(1).notNullConflict()).isEqualTo("REPLACE");
    assertThat(table.columns().get(5).text()).isEqualTo("f INT GENERATED ALWAYS AS (d * 2) STORED");
    assertThat(table.keys())
        .containsExactly(
            new KeyText(true, List.of("id"), "ABORT"), new KeyText(false, List.of("c)"), "IGNORE"));
    assertThat(table.checks()).extracting(CheckText::name).containsExactly("positive one");
    assertThat(table.foreignKeys())
        .containsExactly(
            new ForeignKeyText(List.of("d"), false, true),
            new ForeignKeyText(List.of("e"), true, true));
  }

  @Test
  void tableConstraintsAreRead_evenWithoutCommasBetween() {
    CreateTable table =
        CreateTable.parse(
            "create table t(a, b, primary key(a, b desc) check(a<b) constraint u unique(b collate"
                + " nocase), foreign key(a, b) references p deferrable initially deferred)");
    assertThat(table.keys())
        .containsExactly(
            new KeyText(true, List.of("a", "b"), "", null, List.of("", "DESC")),
            new KeyText(false, List.of("b"), "", "u", List.of("COLLATE NOCASE")));
    assertThat(table.checks()).hasSize(1);
    assertThat(table.foreignKeys())
        .containsExactly(new ForeignKeyText(List.of("a", "b"), true, false));
  }

  @Test
  void renamedTable_keepsEverythingElseAsWritten() {
    CreateTable table =
        CreateTable.parse("CREATE TABLE a /*a*/ (a INT REFERENCES a, CHECK (\"A\".a > 'a.'))");
    assertThat(table.renamedTo("b"))
        .isEqualTo("CREATE TABLE b /*a*/ (a INT REFERENCES a, CHECK (b.a > 'a.'))");
  }

  @Test
  void brokenText_isRefusedWithItsPlace() {
    assertThatThrownBy(() -> CreateTable.parse("CREATE TABLE a (b"))
        .isInstanceOf(SqlSyntaxException.class)
        .hasMessage("line 1, column 18: the statement is incomplete");
  }

  @Test
  void expressionsThatMeanTheSame_haveOneCanonicalText() {
    assertThat(canonical("((\"Age\" >= 18 AND [x y] != 'A'))"))
        .isEqualTo(canonical("age>=18 and \"X Y\"<>'A' /* adult */"))
        .isEqualTo("age >= 18 and \"x y\" <> 'A'");
  }

  @Test
  void doubleQuotedTextThatNamesNothing_isAString() {
    assertThat(canonical("age = \"Old\"")).isEqualTo(canonical("age = 'Old'"));
    assertThat(canonical("age = \"Old\"")).isNotEqualTo(canonical("age = \"old\""));
  }

  private static String canonical(String sql) {
    return Canonical.of(Tokenizer.tokens(sql), List.of("age", "x y")::contains);
  }
}
