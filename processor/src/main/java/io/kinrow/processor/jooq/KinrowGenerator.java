package io.kinrow.processor.jooq;

import io.kinrow.processor.fact.TableFacts;
import io.kinrow.processor.fact.TableId;
import io.kinrow.processor.name.GeneratedNames;
import io.kinrow.processor.name.NamingRules;
import io.kinrow.runtime.internal.TableDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jooq.SQLDialect;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.ForcedType;

/**
 * jOOQ's Java generator, with the facts of each table written on it as {@link TableDescription},
 * and with names that serve jOOQ's paths and entity navigation alike. {@code kinrow:generate} uses
 * it; who runs jooq-codegen-maven already names it there, and gets the same files:
 *
 * <pre>{@code
 * <generator>
 *   <name>io.kinrow.processor.jooq.KinrowGenerator</name>
 *   <database>
 *     <name>io.kinrow.processor.jooq.SqliteDatabase</name>
 *     <properties>
 *       <property><key>kinrow.names.posts.user_id</key><value>author</value></property>
 *     </properties>
 *   </database>
 * </generator>
 * }</pre>
 *
 * <p>Flyway's history table, {@code flyway_schema_history} unless the database property {@code
 * kinrow.history} names it, and Kinrow's {@code kinrow_parked_…} are left out. One generator serves
 * one run of jOOQ.
 */
public final class KinrowGenerator extends JavaGenerator {

  /** The database property that names Flyway's history table if it has another name. */
  public static final String HISTORY = "kinrow.history";

  private static final String NAMES = "kinrow.names.";

  private final KinrowStrategy naming = new KinrowStrategy();
  private final Map<TableId, TableFacts> facts = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private GeneratedNames names = NamingRules.name(List.of(), Map.of());

  /** For jOOQ, which finds the class by name. */
  public KinrowGenerator() {
    super.setStrategy(naming);
  }

  /**
   * Keeps to Kinrow's own strategy.
   *
   * @throws IllegalArgumentException if another than jOOQ's default one is configured
   */
  @Override
  public void setStrategy(GeneratorStrategy configured) {
    if (!configured.getClass().equals(DefaultGeneratorStrategy.class)) {
      throw new IllegalArgumentException(
          "KinrowGenerator decides names itself: remove <strategy> from the configuration, and give"
              + " your own names as database properties kinrow.names.*");
    }
  }

  /**
   * Generates everything.
   *
   * @throws io.kinrow.processor.name.NamingException if names given by the user cannot be followed
   * @throws IllegalStateException if a table that is not excluded cannot be read or written
   */
  @Override
  public void generate(Database database) {
    String history = database.getProperties().getProperty(HISTORY, "flyway_schema_history");
    database.addFilter(definition -> isBookkeeping(definition, history));
    if (database.getDialect().family() == SQLDialect.POSTGRES) {
      prepareForPostgres(database);
    }
    database.setIncludeRelations(true);
    database.setTableValuedFunctions(generateTableValuedFunctions());
    naming.setInstanceFields(generateInstanceFields());
    naming.setJavaBeansGettersAndSetters(generateJavaBeansGettersAndSetters());
    readFacts(database);
    failIfAny();
    names = NamingRules.name(List.copyOf(facts.values()), overrides(database.getProperties()));
    naming.use(names);
    super.generate(database);
    failIfAny();
  }

  private void prepareForPostgres(Database database) {
    database.addFilter(new ExtensionParts(database)::contains);
    database.addFilter(new TableNamesakes(database)::contains);
    database.addFilter(new AwkwardDomains(database)::contains);
    // added behind the user's, which come first; if they were set, jOOQ would tell of unused ones
    List<ForcedType> forced = database.getConfiguredForcedTypes();
    forced.addAll(PostgresTexts.in(database));
    if (generateJavaTimeTypes()) {
      forced.addAll(PostgresTimes.all());
    }
  }

  /** Flyway's history, and what {@code kinrow:diff} parks for an undo. */
  private static boolean isBookkeeping(Definition definition, String history) {
    String name = definition.getInputName();
    return definition instanceof TableDefinition
        && (name.equals(history) || name.startsWith("kinrow_parked_"));
  }

  private void readFacts(Database database) {
    TableFactsReader reader = new TableFactsReader(UnknownFacts.of(database));
    for (TableDefinition table : database.getTables()) {
      if (table instanceof UnreadableTable unreadable) {
        fail(table, unreadable.reason() + "; repair or exclude it");
      } else if (table.getColumns().isEmpty()) {
        fail(table, "jOOQ could not read its columns; see the log, or exclude it");
      } else if (!table.isTableValuedFunction()) {
        facts.put(TableFactsReader.id(table), reader.read(table));
      }
    }
  }

  private static Map<String, String> overrides(Properties properties) {
    Map<String, String> overrides = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(NAMES)) {
        overrides.put(key.substring(NAMES.length()), properties.getProperty(key));
      }
    }
    return overrides;
  }

  @Override
  protected void printClassAnnotations(JavaWriter out, Definition definition, Mode mode) {
    super.printClassAnnotations(out, definition, mode);
    if (definition instanceof TableDefinition table && mode == Mode.DEFAULT) {
      TableDescriptionWriter writer = new TableDescriptionWriter(out.ref(TableDescription.class));
      String dialect = table.getDatabase().getDialect().family().name();
      TableFacts tableFacts = facts.get(TableFactsReader.id(table));
      if (table.isTableValuedFunction()) {
        out.println(writer.function(dialect, TableFactsReader.id(table)));
      } else if (tableFacts != null) {
        writer.write(dialect, tableFacts, names.table(tableFacts.id())).forEach(out::println);
      }
    }
  }

  /** jOOQ would log what goes wrong with one table, and go on without it. */
  @Override
  protected void generateTable(SchemaDefinition schema, TableDefinition table) {
    try {
      super.generateTable(schema, table);
    } catch (RuntimeException e) {
      fail(table, e.toString());
    }
  }

  @Override
  protected void generateRecord(TableDefinition table) {
    try {
      super.generateRecord(table);
    } catch (RuntimeException e) {
      fail(table, e.toString());
    }
  }

  private void fail(TableDefinition table, String reason) {
    failures.add("Table " + TableFactsReader.id(table) + " cannot be generated: " + reason);
  }

  private void failIfAny() {
    if (!failures.isEmpty()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), failures));
    }
  }
}
