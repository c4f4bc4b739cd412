package io.kinrow.processor.name;

import static io.kinrow.processor.name.Tables.in;
import static io.kinrow.processor.name.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of the tables of several schemas. */
class SchemasTest {

  private static final List<TableFacts> TABLES =
      List.of(
          in("app", table("users", "id")),
          in("app", table("orders", "id", "user_id -> users.id")),
          in("shop", table("user", "id")),
          in("shop", table("users", "id")),
          in("shop", table("orders", "id", "user_id -> users.id", "seller_id -> app/users.id")),
          in("shop", table("app_orders", "id")));

  private static GeneratedNames decide(List<String> schemas) {
    return NamingRules.name(TABLES, schemas, Map.of());
  }

  private static TableNames names(GeneratedNames names, String schema, String table) {
    return names.table(new TableId(schema, table));
  }

  @ParameterizedTest
  @CsvSource({
    "app,  users,      User,      users,      Users,      USERS,       UsersRecord",
    "app,  orders,     Order,     orders,     Orders,     ORDERS,      OrdersRecord",
    "shop, user,       ShopUser,  shopUsers,  User,       USER,        UserRecord",
    "shop, users,      Users,     users2,     ShopUsers,  SHOP_USERS,  ShopUsersRecord",
    "shop, orders,     ShopOrder, shopOrders, ShopOrders, SHOP_ORDERS, ShopOrdersRecord",
    "shop, app_orders, AppOrder,  appOrders,  AppOrders,  APP_ORDERS,  AppOrdersRecord",
  })
  void putsTheLaterSchemaInFront_whenBothHaveTheName(
      String schema,
      String table,
      String entity,
      String repository,
      String tableClass,
      String constant,
      String record) {
    TableNames names = names(decide(List.of("app", "shop")), schema, table);

    assertThat(names.entity()).isEqualTo(entity);
    assertThat(names.repository()).isEqualTo(repository);
    assertThat(names.tableClass()).isEqualTo(tableClass);
    assertThat(names.constant()).isEqualTo(constant);
    assertThat(names.recordClass()).isEqualTo(record);
  }

  @Test
  void followsTheOrderOfSchemas_notOfTablesOrLetters() {
    GeneratedNames names = decide(List.of("shop", "app"));

    assertThat(names(names, "shop", "orders").entity()).isEqualTo("Order");
    assertThat(names(names, "app", "orders").entity()).isEqualTo("AppOrder2");
    List<TableFacts> reversed = new ArrayList<>(TABLES);
    Collections.reverse(reversed);
    assertThat(NamingRules.name(reversed, List.of("shop", "app"), Map.of()).tables())
        .isEqualTo(names.tables());
  }

  @Test
  void renamesNothing_whenASchemaIsAddedBehindTheOthers() {
    List<TableFacts> more = new ArrayList<>(TABLES);
    more.add(in("audit", table("users", "id")));
    more.add(in("audit", table("shop_users", "id")));
    GeneratedNames names = NamingRules.name(more, List.of("app", "shop", "audit"), Map.of());

    assertThat(names.tables()).containsAllEntriesOf(decide(List.of("app", "shop")).tables());
    assertThat(names(names, "audit", "users").entity()).isEqualTo("AuditUser");
    assertThat(names(names, "audit", "shop_users").entity()).isEqualTo("AuditShopUser");
    assertThat(names(names, "audit", "shop_users").constant()).isEqualTo("AUDIT_SHOP_USERS");
  }

  @Test
  void namesRelations_byTheEntities() {
    GeneratedNames names = decide(List.of("app", "shop"));

    assertThat(names(names, "app", "orders").references().get("fk0"))
        .isEqualTo(new ReferenceNames("user", "orders", ""));
    assertThat(names(names, "shop", "orders").references().get("fk0"))
        .isEqualTo(new ReferenceNames("user", "shopOrders", ""));
    assertThat(names(names, "shop", "orders").references().get("fk1"))
        .isEqualTo(new ReferenceNames("seller", "shopOrders", ""));
  }

  @Test
  void refusesATableWithoutItsSchema_whenSeveralHaveIt() {
    assertThatThrownBy(
            () ->
                NamingRules.name(
                    TABLES,
                    List.of("app", "shop"),
                    Map.of("users", "Account", "orders.user_id", "buyer", "user", "Person")))
        .isInstanceOf(NamingException.class)
        .hasMessageContaining(
            "names: users: several schemas have a table users; write app.users or shop.users instead")
        .hasMessageContaining(
            "names: orders.user_id: several schemas have a table orders; write app.orders or"
                + " shop.orders instead")
        .hasMessageNotContaining("Person");
  }

  @Test
  void namesATableWithItsSchema() {
    GeneratedNames names =
        NamingRules.name(
            TABLES,
            List.of("app", "shop"),
            Map.of("shop.users", "Customer", "shop.orders.user_id", "buyer, bought"));

    assertThat(names(names, "app", "users").entity()).isEqualTo("User");
    assertThat(names(names, "shop", "users").entity()).isEqualTo("Customer");
    assertThat(names(names, "shop", "users").repository()).isEqualTo("customers");
    assertThat(names(names, "shop", "orders").references().get("fk0"))
        .isEqualTo(new ReferenceNames("buyer", "bought", ""));
  }

  @Test
  void refusesTheSameName_forTablesOfTwoSchemas() {
    assertThatThrownBy(
            () ->
                NamingRules.name(
                    TABLES,
                    List.of("app", "shop"),
                    Map.of("app.users", "Account", "shop.users", "Account")))
        .isInstanceOf(NamingException.class)
        .hasMessageContaining(
            "names: shop.users: \"Account\" is also given by app.users in entity of the schema; one of"
                + " them needs another name");
  }

  @ParameterizedTest
  @CsvSource({
    "shop, shop",
    "Tenant-7, tenant_7",
    "tenant 7, tenant_7",
    "tables, tables_",
    "Enums, enums_",
    "public, public_",
    "class, class_",
    "7up, _7up",
    "a.b, a_b",
    "%, u25",
    "größe, größe",
  })
  void namesAPackageForEachFurtherSchema(String schema, String packageName) {
    GeneratedNames names = NamingRules.name(List.of(), List.of("app", schema), Map.of());

    assertThat(names.packageOf("app")).isEmpty();
    assertThat(names.packageOf(schema)).isEqualTo(packageName);
  }

  @Test
  void numbersPackages_whenSchemasBecomeOneName() {
    GeneratedNames names =
        NamingRules.name(List.of(), List.of("public", "a-b", "a_b", "A_B"), Map.of());

    assertThat(List.of("a-b", "a_b", "A_B")).map(names::packageOf).doesNotHaveDuplicates();
    assertThat(names.packageOf("a-b")).isEqualTo("a_b");
    assertThat(names.packageOf("a_b")).isEqualTo("a_b2");
  }
}
