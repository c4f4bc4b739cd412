package io.kinrow.maven;

import io.kinrow.maven.files.FileTree;
import io.kinrow.processor.jooq.SqliteDatabase;
import io.kinrow.queries.describe.Describer;
import io.kinrow.queries.describe.SqliteDescriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.Database;
import org.sqlite.SQLiteJDBCLoader;

/** Scratch databases in a file of SQLite. */
final class SqliteEngine implements Engine {

  /** What a connection remembers, or what is in another file. */
  private static final Pattern BEYOND_THE_FILE =
      Pattern.compile(
          "\\b(pragma|temp|temporary|attach|detach|load_extension"
              + "|last_insert_rowid|changes\\s*\\(|total_changes)",
          Pattern.CASE_INSENSITIVE);

  private static final long MOST_BYTES = 64L << 20;

  @Override
  public String identity() {
    return "SQLite " + SQLiteJDBCLoader.getVersion();
  }

  @Override
  public Optional<Pattern> beyondTheDatabase() {
    return Optional.of(BEYOND_THE_FILE);
  }

  @Override
  public Path scratch(Path work) {
    return work.resolve("scratch.db");
  }

  @Override
  public Path kept(Path work) {
    return work.resolve("migrated.db");
  }

  @Override
  public long mostKept() {
    return MOST_BYTES;
  }

  @Override
  public String stamp(Path kept) throws IOException {
    return FileTree.hash(kept);
  }

  /** The scratch database stays, to be looked at. */
  @Override
  public void keep(Path scratch, Path kept) throws IOException {
    Files.copy(scratch, kept);
  }

  @Override
  public void clear(Path scratch) throws IOException {
    FileTree.delete(scratch);
    for (Path log : logs(scratch)) {
      FileTree.delete(log);
    }
  }

  /** What SQLite has beside a database that is in use. */
  private static List<Path> logs(Path database) {
    return Stream.of("-journal", "-wal", "-shm")
        .map(suffix -> database.resolveSibling(database.getFileName() + suffix))
        .toList();
  }

  @Override
  public OpenDatabase open(Path scratch) {
    return new OpenFile(scratch);
  }

  private record OpenFile(Path file) implements OpenDatabase {

    @Override
    public Login login() {
      return new Login("jdbc:sqlite:" + file, null, null);
    }

    @Override
    public void close() {
      // connections are closed by those who opened them
    }

    @Override
    public boolean isWhole() {
      return logs(file).stream().noneMatch(Files::exists);
    }
  }

  /** It is there to be looked at. */
  @Override
  public void tidy(Path scratch) {}

  @Override
  public void check(List<String> schemas) {
    if (!schemas.isEmpty()) {
      throw new GenerationException(
          "Kinrow: <schemas> is for engines that can have several schemas in a database, and "
              + "SQLite cannot. Leave <schemas> out, or set <engine> to the one that the migrations "
              + "are for");
    }
  }

  @Override
  public void tell(Database jooq, Connection migrated, List<String> schemas) {
    jooq.setName(SqliteDatabase.class.getName());
  }

  @Override
  public Map<String, Set<String>> checkedLiterals(Connection migrated) throws SQLException {
    return SqliteChecks.of(migrated);
  }

  @Override
  public Describer describer(Connection migrated, List<String> schemas) throws SQLException {
    return new SqliteDescriber(migrated);
  }
}
