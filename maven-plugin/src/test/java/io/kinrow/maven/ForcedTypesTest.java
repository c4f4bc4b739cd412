package io.kinrow.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.LambdaConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForcedTypesTest {

  @TempDir private Path folder;

  @Test
  void converterIsUsed_whenItsTypeIsOneThatRepositoriesReadThemselves() throws Exception {
    Project project =
        new Project(folder)
            .migration(
                "V1__items.sql",
                "create table items (id integer primary key, price decimal(10, 2), tag text);")
            .forcedTypes(
                forced(
                    "price",
                    "new java.math.BigDecimal(text)",
                    "java.math.BigDecimal",
                    "toString()"),
                forced("tag", "text.toLowerCase(java.util.Locale.ROOT)", "String", "toString()"));
    Path check =
        Files.writeString(
            folder.resolve("Check.java"),
            """
            import static app.db.Tables.ITEMS;
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.assertj.core.api.Assertions.assertThatThrownBy;

            import app.*;
            import org.jooq.impl.DSL;

            public final class Check {
              private Check() {}

              public static void run(String url) {
                try (App app = App.open(url)) {
                  Item item = app.items().insert(i -> i.price("1.50").tag("a"));
                  assertThat(app.items().update(item.withPrice("2.5")))
                      .isEqualTo(app.items().get(item.id()));
                  assertThat(app.items().get(item.id()).price()).contains("2.50");
                  assertThat(item.price()).contains("1.50");
                  assertThat(app.items().all().get(0).price()).contains("2.50");
                  assertThat(app.items().update(item.withTag("ABC")))
                      .isEqualTo(app.items().get(item.id()));
                  assertThat(app.items().get(item.id()).tag()).contains("abc");
                  assertThat(app.items().select(ItemLine.class).one())
                      .isEqualTo(new ItemLine("2.50", java.util.Optional.of("abc")));

                  app.items().update(1, i -> i.price("3.5").tag("DEF"));
                  assertThat(app.items().get(1)).isEqualTo(item.withPrice("3.50").withTag("def"));
                  assertThat(
                          app.items()
                              .where(ITEMS.TAG.eq("DEF"))
                              .updateReturning(i -> i.price(DSL.val("4.5")).tag("GHI")))
                      .containsExactly(item.withPrice("4.50").withTag("ghi"));
                  app.items().update(1, i -> i.price(ITEMS.PRICE).tag("JKL"));
                  assertThat(app.items().get(1)).isEqualTo(item.withPrice("4.50").withTag("jkl"));
                  app.items().where(ITEMS.ID.eq(1L)).update(i -> i.price(null).tag(ITEMS.TAG));
                  assertThat(app.items().get(1)).isEqualTo(item.withPrice(null).withTag("jkl"));
                  assertThatThrownBy(() -> app.items().update(1, i -> i.price("a lot").tag("x")))
                      .isInstanceOf(NumberFormatException.class);
                }
              }
            }
            """);
    Path records = Files.createDirectory(folder.resolve("records"));
    Files.writeString(
        records.resolve("ItemLine.java"),
        """
        package app;

        import io.kinrow.annotation.Projection;
        import java.util.Optional;
        import org.jspecify.annotations.Nullable;

        @Projection(Item.class)
        public record ItemLine(@Nullable String price, Optional<String> tag) {}
        """);
    new Program(folder, project).with(records).build().run(check);
  }

  /** By name alone, without a converter: the column's values are read and written as the type. */
  @Test
  void namedTypes_areReadAndWrittenInTheFormOfTheType() throws Exception {
    Project project =
        new Project(folder)
            .migration(
                "V1__items.sql",
                """
                create table items (
                  id integer primary key,
                  at datetime not null,
                  flag integer,
                  small integer not null,
                  whole decimal(20, 0),
                  price decimal(10, 2),
                  ident text,
                  day text);
                """)
            .forcedTypes(
                named("INSTANT", "at"),
                named("BOOLEAN", "flag"),
                named("INTEGER", "small"),
                named("DECIMAL_INTEGER", "whole"),
                named("NUMERIC(12, 4)", "price"),
                named("UUID", "ident"),
                named("DATE", "day"));
    Path check =
        Files.writeString(
            folder.resolve("Check.java"),
            """
            import static app.db.Tables.ITEMS;
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.assertj.core.api.Assertions.assertThatThrownBy;

            import app.*;
            import java.math.BigDecimal;
            import java.math.BigInteger;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.List;
            import java.util.UUID;
            import org.jooq.ExecuteListener;
            import org.jooq.SQLDialect;
            import org.jooq.impl.DSL;
            import org.jooq.impl.DefaultConfiguration;

            public final class Check {
              private static final Instant AT = Instant.parse("2026-05-04T03:02:01.5Z");
              private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

              private Check() {}

              public static void run(String url) {
                try (App app = App.open(url)) {
                  check(app);
                  app.items().deleteAll();
                  check(App.using(DSL.using(new DefaultConfiguration()
                      .set(app.dsl().configuration().connectionProvider())
                      .set(SQLDialect.SQLITE)
                      .set(ExecuteListener.onStart(started -> {})))));
                }
              }

              private static void check(App app) {
                UUID ident = UUID.randomUUID();
                Item item =
                    app.items().insert(i -> i.at(AT).small(7).flag(true).whole(BigInteger.TEN)
                        .price(new BigDecimal("1.5")).ident(ident).day(DAY));
                assertThat(app.items().get(item.id())).isEqualTo(item);
                assertThat(item.at()).isEqualTo(AT);
                assertThat(item.flag()).contains(true);
                assertThat(item.price().orElseThrow()).isEqualByComparingTo("1.5");
                assertThat(app.items().where(ITEMS.AT.eq(AT), ITEMS.FLAG.isTrue(),
                    ITEMS.SMALL.lt(8), ITEMS.WHOLE.eq(BigInteger.TEN), ITEMS.IDENT.eq(ident),
                    ITEMS.DAY.between(DAY, DAY)).one()).isEqualTo(item);
                assertThat(app.dsl().fetchOne(ITEMS).getAt()).isEqualTo(AT);
                assertThat(app.dsl().select(DSL.field("at || typeof(flag) || typeof(small) || day",
                    String.class)).from(ITEMS).fetchSingle().value1())
                    .isEqualTo("2026-05-04 03:02:01.500integerinteger2026-05-04");
                Item later = app.items().insert(i -> i.at(AT.plusMillis(1)).small(8));
                var slice = app.items().orderBy(ITEMS.AT).slice(1);
                assertThat(slice.rows()).containsExactly(item);
                assertThat(app.items().orderBy(ITEMS.AT).after(slice.next().orElseThrow()).slice(1).rows())
                    .containsExactly(later);
                app.dsl().execute("update items set small = 5000000000 where flag is null");
                assertThatThrownBy(() -> app.items().get(later.id()))
                    .hasMessageContaining("items.small")
                    .hasMessageContaining("5000000000");
                app.items().deleteAll(List.of(later));
              }
            }
            """);
    new Program(folder, project).build().run(check);
  }

  private static ForcedType named(String type, String column) {
    return new ForcedType().withName(type).withIncludeExpression("(.*\\.)?items\\." + column);
  }

  /** A column that Java has as text. */
  private static ForcedType forced(String column, String to, String type, String from) {
    return new ForcedType()
        .withUserType("java.lang.String")
        .withIncludeExpression(column)
        .withLambdaConverter(
            new LambdaConverter()
                .withFrom("(" + type + " value) -> value." + from)
                .withTo("text -> " + to));
  }
}
