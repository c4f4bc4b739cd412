package io.kinrow.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * A copy of the blog's database for one run: the same rows each time. Opens connections and pools
 * to it, and closes them and deletes the file when it is closed. Not thread-safe.
 */
public final class BenchmarkFile implements AutoCloseable {

  /** Users of the file; they have keys from 1 on. */
  public static final int USERS = 10_000;

  /** Posts of the usual file; they have keys from 1 on. */
  public static final int POSTS = 100_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final Path FOLDER = Path.of("target", "blog");

  private final Path file;
  private final boolean pooled;
  private final boolean temporary;
  private final List<AutoCloseable> opened = new ArrayList<>();

  private BenchmarkFile(Path file, boolean pooled, boolean temporary) {
    this.file = file;
    this.pooled = pooled;
    this.temporary = temporary;
  }

  /** A file that stays when it is closed, without pools, which take long to start. */
  static BenchmarkFile unpooled(Path file) {
    return new BenchmarkFile(file, false, false);
  }

  /** A copy of the file with so many posts, which is made first if it does not exist. */
  public static BenchmarkFile copy(int posts) {
    try {
      Path master = master(posts);
      Path copy = Files.createTempFile(FOLDER, "run-", ".db");
      Files.copy(master, copy, StandardCopyOption.REPLACE_EXISTING);
      return new BenchmarkFile(copy, true, true);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("cannot make the database to measure with", e);
    }
  }

  /** The original, made if it does not exist. */
  static Path master(int posts) throws IOException, SQLException {
    Path master = FOLDER.resolve("blog-" + posts + ".db");
    if (!Files.exists(master)) {
      Files.createDirectories(FOLDER);
      Path made = Files.createTempFile(FOLDER, "made-", ".db");
      try (InputStream empty = BenchmarkFile.class.getResourceAsStream("/empty.db")) {
        Files.copy(empty, made, StandardCopyOption.REPLACE_EXISTING);
      }
      fill(made, posts);
      Files.move(made, master, StandardCopyOption.ATOMIC_MOVE);
    }
    return master;
  }

  private static void fill(Path file, int posts) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.OFF);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      users(connection);
      posts(connection, posts);
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma journal_mode = wal");
      }
    }
  }

  private static void users(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into users values (?, ?, ?, ?, ?)")) {
      for (int id = 1; id <= USERS; id++) {
        insert.setLong(1, id);
        insert.setString(2, nickname(id));
        insert.setString(3, email(id));
        insert.setString(4, id % 3 == 0 ? null : "I am number " + id + " and I like to read");
        insert.setString(5, id % 7 == 0 ? null : time(id * 613L));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void posts(Connection connection, int posts) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into posts values (?, ?, ?, ?, ?)")) {
      for (int id = 1; id <= posts; id++) {
        insert.setLong(1, id);
        insert.setString(2, "Post " + id + " says " + "so much ".repeat(3 + id % 9));
        insert.setString(3, time(id * 61L));
        insert.setLong(4, (id * 7_919L) % USERS + 1);
        if (id % 4 == 0) {
          insert.setLong(5, id / 2);
        } else {
          insert.setObject(5, null);
        }
        insert.addBatch();
        if (id % 10_000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static String time(long minutes) {
    return TIME.format(
        LocalDateTime.of(2020, 1, 1, 0, 0)
            .plusMinutes(minutes)
            .plusNanos(minutes % 1000 * 1_000_000));
  }

  /** The unique nickname of a user. */
  public static String nickname(long id) {
    return "user" + id;
  }

  /** The unique email of a user. */
  public static String email(long id) {
    return "user" + id + "@example.com";
  }

  /** Its JDBC URL. */
  public String url() {
    return "jdbc:sqlite:" + file;
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

  /** A plain connection that does not ask for generated keys after each write. */
  public Connection connect() {
    try {
      SQLiteConfig config = config();
      config.setGetGeneratedKeys(false);
      Connection connection = config.createConnection(url());
      opened.add(connection);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot open " + url(), e);
    }
  }

  /** A pool, as an application would have it, with the settings of {@link #connect}. */
  public DataSource database(int connections, boolean generatedKeys) {
    if (!pooled) {
      return source(generatedKeys);
    }
    HikariConfig config = new HikariConfig();
    config.setDataSource(source(generatedKeys));
    config.setMaximumPoolSize(connections);
    HikariDataSource pool = new HikariDataSource(config);
    opened.add(pool);
    return pool;
  }

  /** Opens a connection for each use. */
  SQLiteDataSource source(boolean generatedKeys) {
    SQLiteConfig config = config();
    config.setGetGeneratedKeys(generatedKeys);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url());
    return source;
  }

  @Override
  public void close() {
    try {
      for (AutoCloseable resource : opened) {
        resource.close();
      }
      for (String suffix : temporary ? List.of("", "-wal", "-shm") : List.<String>of()) {
        Files.deleteIfExists(Path.of(file + suffix));
      }
    } catch (Exception e) {
      throw new IllegalStateException("cannot close " + file, e);
    }
  }
}
