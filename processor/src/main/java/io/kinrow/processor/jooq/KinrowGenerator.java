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
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy;
import org.jooq.codegen.GeneratorStrategy.Mode;
import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.CatalogDefinition;
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

  /**
   * What the database properties begin with that name the schemas of which nothing is generated but
   * the types that others' tables and functions use.
   */
  public static final String TYPES = "kinrow.types.";

  /**
   * What the database properties begin with that list the values of text columns, by {@code
   * table.column} or {@code schema.table.column}, one per line: these columns become enums.
   */
  public static final String ENUMS = "kinrow.enums.";

  private static final String NAMES = "kinrow.names.";

  private final KinrowStrategy naming = new KinrowStrategy();
  private final Map<TableId, TableFacts> facts = new HashMap<>();
  private final Map<TableId, TableDefinition> definitions = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private List<String> schemas = List.of();
  private GeneratedNames names = NamingRules.name(List.of(), List.of(), Map.of());

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
    schemas = schemas(database);
    if (database.getDialect().family() == SQLDialect.POSTGRES) {
      prepareForPostgres(database);
    }
    database.setIncludeRelations(true);
    database.setTableValuedFunctions(generateTableValuedFunctions());
    naming.setInstanceFields(generateInstanceFields());
    naming.setJavaBeansGettersAndSetters(generateJavaBeansGettersAndSetters());
    Map<String, String> overrides = properties(NAMES, database.getProperties());
    naming.use(NamingRules.name(List.of(), schemas, Map.of())); // for the packages of enums
    new CheckedEnums(database, properties(ENUMS, database.getProperties()))
        .add(naming, schemas, overrides);
    readFacts(database);
    failIfAny();
    names = NamingRules.name(List.copyOf(facts.values()), schemas, overrides);
    naming.use(names);
    super.generate(database);
    failIfAny();
  }

  /** In the order in which they were given, those with types only behind the others. */
  private static List<String> schemas(Database database) {
    List<String> schemas = new ArrayList<>(database.getInputSchemata());
    Set<String> typesOnly = properties(TYPES, database.getProperties()).keySet();
    schemas.removeAll(typesOnly);
    typesOnly.stream().sorted().forEach(schemas::add);
    return schemas;
  }

  private void prepareForPostgres(Database database) {
    Set<String> typesOnly = properties(TYPES, database.getProperties()).keySet();
    if (!typesOnly.isEmpty()) {
      List<String> whole = schemas.stream().filter(name -> !typesOnly.contains(name)).toList();
      BorrowedTypes borrowed = BorrowedTypes.in(database.create(), whole);
      database.addFilter(
          definition ->
              definition.getSchema() != null
                  && typesOnly.contains(definition.getSchema().getInputName())
                  && !borrowed.contains(definition));
    }
    database.addFilter(new ExtensionParts(database)::contains);
    database.addFilter(new TableNamesakes(database)::contains);
    PostgresTexts texts = new PostgresTexts(database);
    database.addFilter(texts::isDomain);
    // added behind the user's, which come first; if they were set, jOOQ would tell of unused ones
    List<ForcedType> forced = database.getConfiguredForcedTypes();
    PostgresTypesInUse used = new PostgresTypesInUse(database);
    texts.forcedTypes().stream().filter(used::has).forEach(forced::add);
    if (generateJavaTimeTypes()) {
      PostgresTimes.all().stream().filter(used::has).forEach(forced::add);
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
        definitions.put(TableFactsReader.id(table), table);
      }
    }
  }

  /** The properties whose names begin so, by the rest of their names. */
  private static Map<String, String> properties(String prefix, Properties properties) {
    Map<String, String> found = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), properties.getProperty(key));
      }
    }
    return found;
  }

  /** The first schema's class has its constants even if it has no tables. */
  @Override
  protected void generateCatalog(CatalogDefinition catalog) {
    super.generateCatalog(catalog);
    for (SchemaDefinition schema : catalog.getSchemata()) {
      if (isFirst(schema) && schema.getTables().isEmpty() && !facts.isEmpty()) {
        generateTableReferences(schema);
      }
    }
  }

  private boolean isFirst(SchemaDefinition schema) {
    return !schemas.isEmpty() && schema.getInputName().equals(schemas.get(0));
  }

  /** The class of the first schema has the tables of all schemas. */
  @Override
  protected void generateTableReferencesClassFooter(SchemaDefinition schema, JavaWriter out) {
    super.generateTableReferencesClassFooter(schema, out);
    if (isFirst(schema)) {
      for (TableId id : names.tables().keySet()) {
        TableDefinition table = definitions.get(id);
        if (table != null && !table.getSchema().equals(schema)) {
          String type = out.ref(getStrategy().getFullJavaClassName(table));
          String constant = getStrategy().getJavaIdentifier(table);
          out.javadoc("The table <code>%s</code>.", escapeEntities(id.toString()));
          out.println("public static final %s %s = %s.%s;", type, constant, type, constant);
        }
      }
    }
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
