package io.kinrow.runtime.internal.sql;

import io.kinrow.runtime.internal.connect.ConnectionSettings;
import io.kinrow.runtime.internal.connect.Session;
import io.kinrow.runtime.internal.connect.Sessions;
import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.Values;
import io.kinrow.runtime.internal.run.Listeners;
import io.kinrow.runtime.internal.run.Reader;
import io.kinrow.runtime.internal.run.RenderedTexts;
import io.kinrow.runtime.internal.run.Runner;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TransactionProvider;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultTransactionProvider;
import org.jooq.impl.NoTransactionProvider;
import org.jooq.impl.ThreadLocalTransactionProvider;
import org.jspecify.annotations.Nullable;

/**
 * What all scopes of one opened database share: its sessions, the texts that jOOQ rendered for it,
 * and its listeners. jOOQ itself is loaded only when the first text has to be rendered.
 * Thread-safe.
 */
public final class Core implements AutoCloseable {

  private final Sessions sessions;
  private final Dialect dialect;
  private final @Nullable String bakedDialect;
  private final Supplier<Configuration> configuration;
  private final @Nullable Configuration owner;
  private final WritingContext writing;
  private final Listeners listeners = new Listeners();
  private final Runner runner;
  private final Map<Object, String> rendered = new ConcurrentHashMap<>();
  private final ShapeTexts shapes = new ShapeTexts();
  private volatile @Nullable DSLContext renderer;

  private Core(
      Sessions sessions,
      Dialect dialect,
      @Nullable String bakedDialect,
      Supplier<Configuration> configuration,
      @Nullable Configuration user,
      WritingContext writing) {
    this.writing = writing;
    this.sessions = sessions;
    this.dialect = dialect;
    this.bakedDialect = bakedDialect;
    this.configuration = configuration;
    this.owner = user != null && beginsTransactions(user) ? user : null;
    this.runner = Runner.of(dialect, listeners, user);
  }

  /** A database opened from its URL. */
  public static Core open(String url) {
    return open(url, ConnectionSettings.DEFAULT, WritingContext.DEFAULT);
  }

  private static Core open(String url, ConnectionSettings settings, WritingContext writing) {
    Dialect dialect = Dialect.ofUrl(url);
    return new Core(
        Sessions.open(url, dialect, settings),
        dialect,
        dialect.bakedDialect(),
        () -> dialect.configuration(url),
        null,
        writing);
  }

  /**
   * A database opened from its URL with settings, where other schemas may stand for the generated
   * ones. Its texts are then rendered once too, with the names of these.
   *
   * @param settings for its connections
   * @param schemas the schemas to use, by generated schema
   * @param tables a table of each catalog that was generated
   * @param writing who writes, and when
   * @throws IllegalArgumentException if the names or settings cannot be followed
   * @throws DataAccessException if the database cannot be opened, or lacks one of the schemas
   */
  public static Core open(
      String url,
      ConnectionSettings settings,
      Map<String, String> schemas,
      Supplier<? extends List<? extends Table<?>>> tables,
      WritingContext writing) {
    if (schemas.isEmpty()) {
      return open(url, settings, writing);
    }
    Dialect dialect = Dialect.ofUrl(url);
    SchemaNames names = SchemaNames.of(dialect, schemas, tables.get());
    Configuration configuration = dialect.configuration(url).derive(names.settings());
    Sessions sessions = Sessions.open(url, dialect, settings);
    Core core = new Core(sessions, dialect, null, () -> configuration, null, writing);
    try {
      core.refuseMissing(names);
    } catch (RuntimeException e) {
      core.close();
      throw e;
    }
    return core;
  }

  private void refuseMissing(SchemaNames names) {
    String query = dialect.schemasOfName();
    if (query == null) {
      return; // the first statement will tell
    }
    for (String name : names.actual().values()) {
      long found =
          Statements.query(
              new RootScope(this), query, binds -> binds.add((Object) name), Reader.COUNT);
      if (found == 0) {
        throw new DataAccessException(
            "the database has no schema %s, which should stand for %s: create and migrate it, or correct the name (write it as in SQL, without quotes)"
                .formatted(name, names.generatedFor(name)));
      }
    }
  }

  /** A database behind a jOOQ context, with the clock of its configuration. */
  public static Core using(DSLContext context) {
    return using(context, new WritingContext(context.configuration().clock(), null));
  }

  /** A database behind a jOOQ context. */
  public static Core using(DSLContext context, WritingContext writing) {
    Configuration configuration = context.configuration();
    Dialect dialect = Dialect.of(configuration);
    boolean plain = configuration.settings().equals(new Settings());
    return new Core(
        Sessions.using(configuration.connectionProvider(), dialect),
        dialect,
        plain ? dialect.bakedDialect() : null,
        () -> configuration,
        configuration,
        writing);
  }

  public Sessions sessions() {
    return sessions;
  }

  /** What is done in another way on its engine. */
  public Dialect dialect() {
    return dialect;
  }

  /** How its values are stored, bound and read. */
  public Values values() {
    return dialect.values();
  }

  /** The user's configuration, or the default one of the URL's dialect. */
  public Configuration configuration() {
    return configuration.get();
  }

  /** jOOQ's own providers do no more than Kinrow does on the same connections. */
  private static boolean beginsTransactions(Configuration user) {
    TransactionProvider provider = user.transactionProvider();
    return !(provider instanceof DefaultTransactionProvider
        || provider instanceof NoTransactionProvider
        || provider instanceof ThreadLocalTransactionProvider);
  }

  /**
   * The user's configuration if its owner begins and ends transactions, or null if they are begun
   * here.
   */
  @Nullable Configuration owner() {
    return owner;
  }

  /** A context that renders as the user's configuration says, without a connection. */
  public DSLContext renderer() {
    DSLContext known = renderer;
    if (known == null) {
      known = rendering(configuration.get());
      renderer = known;
    }
    return known;
  }

  /** jOOQ's own limit of 999 binds on SQLite is that of versions before 3.32. */
  private static DSLContext rendering(Configuration configuration) {
    Settings settings =
        RenderedTexts.settings(configuration.settings()).withInlineThreshold(Integer.MAX_VALUE);
    return DSL.using(configuration.derive(settings));
  }

  /** The same, with long lists of values as one bind each. */
  DSLContext rendererOfLongLists() {
    return DSL.using(renderer().configuration().deriveAppending(new ValueLists(this)));
  }

  /**
   * Whether texts rendered at build time for the dialect are those that this database would render.
   */
  boolean baked(String dialect) {
    return dialect.equals(bakedDialect);
  }

  /** The text for this database of a declared statement that was checked on a dialect. */
  public String declared(String dialect, String sql) {
    return baked(dialect)
        ? sql
        : rendered.computeIfAbsent(sql, text -> this.dialect.withOwnLists(sql));
  }

  /** The text of a statement, rendered at its first use. */
  public String text(Object statement, Function<DSLContext, String> render) {
    String known = rendered.get(statement);
    if (known != null) {
      return known;
    }
    String text = render.apply(renderer());
    rendered.put(statement, text);
    return text;
  }

  /**
   * Whether queries that differ in their values only have the same text: not where a listener of
   * the user's takes part in the rendering.
   */
  public boolean rendersByShape() {
    return dialect.rendersByShape()
        && renderer().configuration().visitListenerProviders().length == 0;
  }

  /** Hears of a failed statement of a session whose transaction may have ended by that. */
  void failed(Session session, SQLException failure) {
    if (dialect.isEndOfTransaction(failure) && session.inTransaction()) {
      session.rolledBack(failure);
    }
  }

  /** What runs its statements. */
  Runner runner() {
    return runner;
  }

  /** Who writes, and when. */
  public WritingContext writing() {
    return writing;
  }

  /** Who is told of its statements. */
  public Listeners listeners() {
    return listeners;
  }

  ShapeTexts shapes() {
    return shapes;
  }

  @Override
  public void close() {
    sessions.close();
  }
}
