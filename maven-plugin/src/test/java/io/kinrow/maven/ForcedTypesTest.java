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
