package io.kinrow.migrate.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;

/**
 * Databases that are created on the server of another one, with its encoding, its collation and the
 * settings that {@code ALTER DATABASE … SET} gave it. They are dropped on closing. For one thread.
 */
public final class ServerDatabases implements AutoCloseable {
  private static final Pattern URL =
      Pattern.compile("(jdbc:postgresql:(?://[^/]*/)?)([^/?]*)(\\?.*)?");

  /** What PostgreSQL says if it cannot copy a database because of other connections. */
  private static final String IN_USE = "55006";

  private final String url;
  private final String user;
  private final String password;
  private final List<String> created = new ArrayList<>();

  /** Prepares to create databases beside that of a URL; nothing is opened yet. */
  public ServerDatabases(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /**
   * Creates an empty database.
   *
   * @return its URL
   * @throws FlywayException if the user may not
   */
  public String empty() {
    return create(
        "SELECT format(' TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L',"
            + " pg_encoding_to_char(encoding), datcollate, datctype)"
            + " FROM pg_database WHERE datname = current_database()");
  }

  /**
   * Copies the database of the URL with everything in it.
   *
   * @return the URL of the copy
   * @throws FlywayException if the user may not, or if other programs are connected to it
   */
  public String copy() {
    return create("SELECT format(' TEMPLATE %I', current_database())");
  }

  private String create(String like) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw new FlywayException("no other database can be created at " + url);
    }
    String name = "kinrow_verify_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      try {
        statement.execute("CREATE DATABASE " + name + one(statement, like));
      } catch (SQLException e) {
        throw new FlywayException(IN_USE.equals(e.getSQLState()) ? inUse(statement) : said(e), e);
      }
      created.add(name);
      for (String set : settings(statement, name)) {
        statement.execute(set);
      }
    } catch (SQLException e) {
      throw new FlywayException(said(e), e);
    }
    String parameters = parts.group(3);
    return parts.group(1) + name + (parameters == null ? "" : parameters);
  }

  private static String said(SQLException e) {
    return String.valueOf(e.getMessage()).replaceFirst("^ERROR: ", "");
  }

  private static String inUse(Statement statement) throws SQLException {
    return "PostgreSQL copies a database only if no other program is connected to it. Connected: "
        + one(
            statement,
            "SELECT count(*) || coalesce(' (' || string_agg(DISTINCT"
                + " coalesce(nullif(application_name, ''), usename), ', ') || ')', '')"
                + " FROM pg_stat_activity WHERE datname = current_database()"
                + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()")
        + ". Stop these programs, or use a restored backup instead";
  }

  /**
   * Each value is set here first: what a list needs is not what a string needs. Two settings are
   * the driver's, whatever a database says.
   */
  private static List<String> settings(Statement statement, String name) throws SQLException {
    List<String> sql = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT format('SELECT pg_catalog.set_config(%L, %L, false)', s.name, s.value),"
                + " format('ALTER %s SET %s FROM CURRENT', CASE s.setrole WHEN 0 THEN 'DATABASE "
                + name
                + "' ELSE format('ROLE %I IN DATABASE "
                + name
                + "', current_user) END, s.name) FROM (SELECT r.setrole, split_part(c, '=', 1) AS"
                + " name, substr(c, strpos(c, '=') + 1) AS value FROM pg_db_role_setting r,"
                + " unnest(r.setconfig) c WHERE r.setdatabase = (SELECT oid FROM pg_database WHERE"
                + " datname = current_database()) AND (r.setrole = 0 OR r.setrole ="
                + " current_user::regrole)) s WHERE lower(s.name) NOT IN ('datestyle', 'client_encoding')"
                + " ORDER BY s.setrole, s.name")) {
      while (rows.next()) {
        sql.add(rows.getString(1));
        sql.add(rows.getString(2));
      }
    }
    return sql;
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet rs = statement.executeQuery(query)) {
      rs.next();
      return rs.getString(1);
    }
  }

  @Override
  public void close() {
    if (created.isEmpty()) {
      return;
    }
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      for (String name : created) {
        statement.execute("DROP DATABASE " + name);
      }
      created.clear();
    } catch (SQLException e) {
      throw new FlywayException("Cannot drop the scratch databases " + created, e);
    }
  }
}
