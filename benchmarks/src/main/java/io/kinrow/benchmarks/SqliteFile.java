package io.kinrow.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The blog's database as a file. */
final class SqliteFile extends BlogDatabase {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final Path FOLDER = Path.of("target", "blog");

  private final Path file;
  private final boolean temporary;

  private SqliteFile(Path file, boolean temporary) {
    this.file = file;
    this.temporary = temporary;
  }

  static SqliteFile at(String where) {
    return new SqliteFile(Path.of(where), false);
  }

  static SqliteFile copyOf(int posts) {
    Path master = masterOf(posts);
    try {
      Path copy = Files.createTempFile(FOLDER, "run-", ".db");
      Files.copy(master, copy, StandardCopyOption.REPLACE_EXISTING);
      return new SqliteFile(copy, true);
    } catch (IOException e) {
      throw new IllegalStateException("cannot copy the database to measure with", e);
    }
  }

  static Path masterOf(int posts) {
    Path master = FOLDER.resolve("blog-" + posts + ".db");
    if (!Files.exists(master)) {
      try {
        Files.createDirectories(FOLDER);
        Path made = Files.createTempFile(FOLDER, "made-", ".db");
        try (InputStream empty = SqliteFile.class.getResourceAsStream("/empty.db")) {
          Files.copy(empty, made, StandardCopyOption.REPLACE_EXISTING);
        }
        fill(made, posts);
        Files.move(made, master, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("cannot make the database to measure with", e);
      }
    }
    return master;
  }

  private static void fill(Path file, int posts) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.OFF);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      BlogRows.fill(connection, posts, TIME::format);
      statement.execute("pragma journal_mode = wal");
    }
  }

  @Override
  public String url() {
    return "jdbc:sqlite:" + file;
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.SQLITE;
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout(5_000);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setDateClass("TEXT"); // as the rows have it
    return config;
  }

  /** Does not ask for generated keys after each write. */
  @Override
  public Connection connect() {
    try {
      SQLiteConfig config = config();
      config.setGetGeneratedKeys(false);
      return closing(config.createConnection(url()));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot open " + url(), e);
    }
  }

  @Override
  public DataSource database(int connections, boolean generatedKeys) {
    DataSource source = source(generatedKeys);
    return temporary ? pool(source, connections) : source;
  }

  private SQLiteDataSource source(boolean generatedKeys) {
    SQLiteConfig config = config();
    config.setGetGeneratedKeys(generatedKeys);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url());
    return source;
  }

  @Override
  Connection administer() throws SQLException {
    return source(false).getConnection();
  }

  @Override
  void remove() throws IOException {
    for (String suffix : temporary ? List.of("", "-wal", "-shm") : List.<String>of()) {
      Files.deleteIfExists(Path.of(file + suffix));
    }
  }
}
