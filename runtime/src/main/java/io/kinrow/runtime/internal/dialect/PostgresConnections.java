package io.kinrow.runtime.internal.dialect;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Opens PostgreSQL's connections so that each wait for the server ends. */
final class PostgresConnections {

  /**
   * Of these types the driver loses something when it receives them in binary form: where an array
   * starts, and the spelling of a point or box.
   */
  private static final String TEXT_ONLY =
      "POINT,BOX,BOOL_ARRAY,BYTEA_ARRAY,FLOAT4_ARRAY,FLOAT8_ARRAY,INT2_ARRAY,INT4_ARRAY,INT8_ARRAY,"
          + "NUMERIC_ARRAY,OID_ARRAY,TEXT_ARRAY,VARCHAR_ARRAY";

  /** The longest silence of a server while a connection is opened. */
  private static final int OPENING_SECONDS = 10;

  /** How much later than the server the network gives up, so that the server's answer gets here. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final String NETWORK_LIMIT = "socketTimeout";
  private static final String OPTIONS = "options";
  private static final Pattern URL_OPTIONS = Pattern.compile("[?&]options=([^&]*)");

  private static final String SESSION_SETTINGS =
      " (statementTimeout(…) and readOnly() are settings of a session, which a pooler such as PgBouncer"
          + " does not keep apart: set them for the role instead, with alter role … set statement_timeout"
          + " and set default_transaction_read_only, and leave the options out)";

  private PostgresConnections() {}

  static Properties properties(Opening opening) {
    Properties properties = new Properties();
    properties.setProperty("binaryTransferDisable", TEXT_ONLY);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty(NETWORK_LIMIT, String.valueOf(OPENING_SECONDS));
    properties.putAll(opening.properties());
    return properties;
  }

  /**
   * With the session's settings at the end, where they win over those of the URL. Sent when the
   * connection starts, they are what {@code DISCARD ALL} goes back to.
   */
  static String url(Opening opening) {
    String settings = settings(opening);
    if (settings.isEmpty()) {
      return opening.url();
    }
    String all = options(opening) + settings;
    return opening.url()
        + (opening.url().contains("?") ? "&" : "?")
        + OPTIONS
        + "="
        + URLEncoder.encode(all.strip(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String options(Opening opening) {
    Matcher inUrl = URL_OPTIONS.matcher(opening.url());
    return inUrl.find()
        ? URLDecoder.decode(inUrl.group(1), StandardCharsets.UTF_8)
        : opening.properties().getOrDefault(OPTIONS, "");
  }

  private static String settings(Opening opening) {
    Duration timeout = opening.statementTimeout();
    return (timeout == null ? "" : " -c statement_timeout=" + timeout.toMillis())
        + (opening.readOnly() ? " -c default_transaction_read_only=on" : "");
  }

  /** What to do about a connection that could not be opened. */
  static String advice(SQLException failure, Opening opening) {
    boolean refused = String.valueOf(failure.getMessage()).contains("startup parameter");
    return refused && !settings(opening).isEmpty() ? SESSION_SETTINGS : "";
  }

  /**
   * Whether a pooler stands between here and the server: it has given the connection a process
   * number of its own.
   */
  static boolean isPooled(Connection connection, Opening opening) throws SQLException {
    @Nullable PGConnection ours = ours(connection);
    if (ours == null) {
      return false;
    }
    boolean pooled;
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select pg_backend_pid()")) {
      result.next();
      pooled = result.getInt(1) != ours.getBackendPID();
    }
    if (pooled && !settings(opening).isEmpty()) {
      throw new SQLException("a connection pooler answers there" + SESSION_SETTINGS);
    }
    return pooled;
  }

  /**
   * Prepares a new connection for use.
   *
   * @param pooled whether its next transaction may run on another session of the server, which
   *     lacks the statements that this one has prepared, or has others by their names
   */
  static void opened(Connection connection, Opening opening, boolean pooled) throws SQLException {
    if (!opening.sets(NETWORK_LIMIT)) {
      Duration timeout = opening.statementTimeout();
      long millis = timeout == null ? 0 : timeout.plus(GRACE).toMillis();
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(millis));
    }
    @Nullable PGConnection ours = ours(connection);
    if (pooled && ours != null && !opening.sets("prepareThreshold")) {
      ours.setPrepareThreshold(0);
    }
  }

  /** Null for a driver of somebody else's, which may not come with the classes of this one. */
  private static @Nullable PGConnection ours(Connection connection) {
    return isOfDriver(connection) ? (PGConnection) connection : null;
  }

  private static boolean isOfDriver(Object object) {
    return object.getClass().getName().startsWith("org.postgresql.");
  }

  /** The server's message may be in any language; the name of its routine is not. */
  static boolean isOfPlanCache(SQLException failure) {
    ServerErrorMessage message =
        isOfDriver(failure) && failure instanceof PSQLException ours
            ? ours.getServerErrorMessage()
            : null;
    return message != null && String.valueOf(message.getRoutine()).startsWith("RevalidateCached");
  }
}
