package io.kinrow.processor.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.kinrow.processor.fact.ColumnFacts;
import io.kinrow.processor.fact.ReferenceFacts;
import io.kinrow.processor.fact.StorageFacts;
import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import io.kinrow.runtime.internal.TableDescription.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class NamesAreIdentifiersTest {

  @Property(tries = 400)
  void namesAreDistinctIdentifiers_whateverTheSchemaIsCalled(
      @ForAll @Size(min = 1, max = 6) Set<@From("sqlNames") String> tableNames,
      @ForAll @Size(min = 1, max = 8) Set<@From("sqlNames") String> columnNames) {
    List<TableFacts> tables = schema(new TreeSet<>(tableNames), new LinkedHashSet<>(columnNames));

    GeneratedNames names = NamingRules.name(tables, List.of(""), Map.of());

    assertDistinctClasses(names);
    for (TableFacts table : tables) {
      assertDistinctMembers(names, table, tables);
    }
  }

  /** Names as people have them, names that nearly are others, and any letters and signs at all. */
  @Provide
  Arbitrary<String> sqlNames() {
    Arbitrary<String> usual =
        Arbitraries.of(
            "user",
            "users",
            "Users",
            "USER",
            "user_id",
            "userId",
            "user id",
            "user_ids",
            "posts",
            "post",
            "posts_count",
            "queryPosts",
            "class",
            "hash_code",
            "get_class",
            "notify",
            "_",
            "__",
            "",
            "%",
            "$",
            "1",
            "1st",
            "record",
            "Object",
            "string",
            "strings",
            "as",
            "fields",
            "user_repository",
            "users_by_user",
            "Straße",
            "STRASSE",
            "日本",
            "İ",
            "ǆ",
            "a",
            "A",
            "ａ");
    return Arbitraries.oneOf(
        usual,
        Arbitraries.strings().alpha().withChars("_ -.$").ofMaxLength(6),
        Arbitraries.strings().ofMaxLength(4));
  }

  /** Each table refers to the next one, by two of its columns if it has them, and to itself. */
  private static List<TableFacts> schema(
      Collection<String> tableNames, Collection<String> columns) {
    List<String> names = List.copyOf(tableNames);
    List<TableFacts> tables = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TableFacts plain = Tables.table("x", "x");
      tables.add(
          withNames(plain, names.get(i), List.copyOf(columns), names.get((i + 1) % names.size())));
    }
    return tables;
  }

  private static TableFacts withNames(
      TableFacts plain, String name, List<String> columns, String target) {
    List<ReferenceFacts> references = new ArrayList<>();
    for (int i = 0; i < Math.min(3, columns.size()); i++) {
      references.add(
          new ReferenceFacts(
              "fk" + i,
              "",
              List.of(columns.get(i)),
              new TableId("", i == 2 ? name : target),
              List.of(columns.get(0)),
              Action.NO_ACTION,
              Action.NO_ACTION,
              i == 1));
    }
    return new TableFacts(
        new TableId("", name),
        plain.view(),
        plain.triggers(),
        plain.partitioned(),
        columns.stream()
            .map(c -> new ColumnFacts(c, true, false, false, false, StorageFacts.PLAIN))
            .toList(),
        columns.size() == 2 ? columns : List.of(),
        List.of(),
        List.of(),
        columns.size() == 2 ? references.subList(0, 2) : references);
  }

  private static void assertDistinctClasses(GeneratedNames names) {
    List<String> entities = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (TableNames table : names.tables().values()) {
      entities.addAll(List.of(lower(table.entity()), lower(table.entity() + "Repository")));
      classes.addAll(
          List.of(lower(table.tableClass()), lower(table.recordClass()), lower(table.pathClass())));
    }
    assertIdentifiers(entities);
    assertIdentifiers(classes);
    assertIdentifiers(names.tables().values().stream().map(TableNames::repository).toList());
    assertIdentifiers(names.tables().values().stream().map(TableNames::constant).toList());
  }

  private static void assertDistinctMembers(
      GeneratedNames names, TableFacts table, List<TableFacts> tables) {
    TableNames own = names.table(table.id());
    List<String> members =
        new ArrayList<>(own.columns().values().stream().map(ColumnNames::property).toList());
    for (TableFacts other : tables) {
      for (ReferenceFacts reference : other.references()) {
        ReferenceNames relation = names.table(other.id()).references().get(reference.key());
        if (other.equals(table)) {
          members.add(relation.one());
        }
        if (reference.target().equals(table.id())) {
          members.add(relation.many());
          if (other.join()) {
            members.add(relation.across());
          }
        }
      }
    }
    assertIdentifiers(members);
    assertThat(members)
        .doesNotContain("hashCode", "getClass", "toString", "notify", "notifyAll", "clone", "wait");
    List<String> fields =
        new ArrayList<>(own.columns().values().stream().map(ColumnNames::field).toList());
    fields.add(own.constant());
    assertIdentifiers(fields);
  }

  private static void assertIdentifiers(List<String> names) {
    assertThat(names).doesNotHaveDuplicates().allMatch(SourceVersion::isName);
  }

  private static String lower(String name) {
    return "c" + name.toLowerCase(Locale.ROOT);
  }
}
