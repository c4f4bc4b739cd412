package io.kinrow.processor.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwkwardSchemasTest {

  @TempDir private Path folder;

  @Test
  void keepsEveryTable_whenNamesAreReservedOrStrange() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table \"order\" (id integer primary key, \"select\" text, \"group by\" int)",
            "create table \"Order Details\" (\"Order ID\" int references \"order\", \"Unit Price\" numeric)",
            "create table \"%\" (\"%\" int, \"$\" int, \"*/\" text, \"\"\"q\"\"\" text, '' text)",
            "create table \"2fa\" (\"1st\" text, \"_\" text, \"__\" text)",
            "create table Größe (größe int, 日本 text, \"naïve name\" text)",
            "create table \"back\\slash\" (\"a\\nb\" text, \"tab\tbed\" text, \"per%cent %s\" text)",
            "create table odd (class text, hash_code int, get_class text, notify text, wait text,"
                + " clone text, equals text, to_string text, finalize text, \"new\" text, yield int,"
                + " \"null\" int, \"true\" int, record text, var text, _id int)");

    schema.compilesWithEntities();
    assertThat(schema.tableClasses()).hasSize(7);
    assertThat(schema.model("Odd"))
        .contains("\"class_\"", "\"hashCode_\"", "\"getClass_\"", "\"notify_\"", "\"toString_\"")
        .contains("\"new_\"", "\"yield_\"", "\"null_\"", "\"true_\"", "\"record\"", "\"id\"");
  }

  @Test
  void keepsEveryTable_whenNamesDifferLittle() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table user_groups (id integer primary key)",
            "create table usergroups (id integer primary key)",
            "create table UserGroup (id integer primary key)",
            "create table \"user-group\" (id integer primary key)",
            "create table users (user_name text, userName text, \"user name\" text, user_name2 text)",
            "create table \"user\" (id integer primary key)",
            "create table users_record (id integer primary key)",
            "create table users_path (id integer primary key references users_record)",
            "create table user_repositories (id integer primary key)");

    schema.compilesWithEntities();
    assertThat(schema.tableClasses()).hasSize(9);
  }

  @Test
  void compiles_whenTablesAreCalledLikeTypesOfGeneratedCode() throws Exception {
    List<String> names =
        List.of(
            "string",
            "object",
            "classes",
            "record",
            "table",
            "key",
            "field",
            "list",
            "name",
            "path",
            "table_model",
            "table_description",
            "long",
            "override",
            "condition",
            "default_schema",
            "dsl",
            "a",
            "o",
            "tables_path");
    List<String> sql = new ArrayList<>();
    for (String name : names) {
      sql.add(
          "create table \""
              + name
              + "\" (id integer primary key, a text, o int,"
              + " string_id int references string, b date default current_date)");
    }

    GeneratedSchema schema =
        GeneratedSchema.of(folder, sql.toArray(String[]::new)).compilesWithEntities();

    assertThat(schema.tableClasses()).hasSize(names.size());
  }

  @Test
  void compiles_whenRelationsAreCalledLikeJooqsMethodsOrColumns() throws Exception {
    GeneratedSchema.of(
            folder,
            "create table parents (id integer primary key, posts_count int, posts int, types int)",
            "create table posts (id integer primary key, parent_id int references parents,"
                + " name_id int references parents, fields_id int references parents,"
                + " as_id int references parents, where_id int references parents,"
                + " class_id int references parents, parent int references parents,"
                + " get_class_id int references parents, schema_id int references parents)",
            "create table type (id integer primary key, parent_id int references parents)")
        .compilesWithEntities();
  }

  @Test
  void compiles_whenRelationsHaveEveryShape() throws Exception {
    GeneratedSchema schema =
        GeneratedSchema.of(
            folder,
            "create table a (id integer primary key, b_id int references b, b_id_2 int references b (id),"
                + " constraint third foreign key (id) references b (id))",
            "create table b (id integer primary key, a_id int not null unique references a)",
            "create table countries (code text primary key, name text) without rowid",
            "create table cities (country text, name text, twin_country text, twin_name text,"
                + " country_code text references countries (code), primary key (country, name),"
                + " foreign key (twin_country, twin_name) references cities)",
            "create table friends (a_id int references a, b_id int references a, since date,"
                + " primary key (a_id, b_id))",
            "create table likes (a_id int references a, city_country text, city_name text,"
                + " primary key (a_id, city_country, city_name),"
                + " foreign key (city_country, city_name) references cities)",
            "create table logs (at timestamp, a_id int references a, data blob)",
            "create view busy as select a_id, count(*) n from logs group by a_id",
            "create virtual table search using fts5 (title, body)",
            "create table gone (id integer primary key, x_id int references nowhere)");

    schema.compilesWithEntities();
    assertThat(schema.tableClasses()).hasSize(10);
    assertThat(schema.model("Likes")).contains("join = true", "across = \"cities\"");
    assertThat(schema.model("Friends")).doesNotContain("join = true");
  }

  @Test
  void keepsEveryColumn_whenThereAreTwoHundred() throws Exception {
    String columns =
        IntStream.range(0, 200)
            .mapToObj(i -> "c" + i + " integer")
            .collect(Collectors.joining(", "));

    GeneratedSchema schema = GeneratedSchema.of(folder, "create table wide (" + columns + ")");

    schema.compilesWithEntities();
    assertThat(schema.model("Wide")).contains("\"c0\"", "\"c199\"");
  }
}
