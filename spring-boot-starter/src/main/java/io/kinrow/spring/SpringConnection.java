package io.kinrow.spring;

import io.kinrow.runtime.internal.dialect.Dialect;
import io.kinrow.runtime.internal.dialect.Restore;
import io.kinrow.runtime.internal.dialect.TransactionKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose transactions begin as Kinrow's do, whoever begins them: with the write lock,
 * or read-only without it. The driver itself cannot be told that an open connection is read-only
 * for a while. Used by one thread at a time.
 */
final class SpringConnection implements InvocationHandler {

  private static final TransactionKind READ_ONLY = new TransactionKind(null, true);

  private final Connection connection;
  private final Dialect dialect;
  private boolean readOnly;
  private Restore restore = Restore.NOTHING;

  private SpringConnection(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  static Connection on(Connection connection, Dialect dialect) {
    return (Connection)
        Proxy.newProxyInstance(
            SpringConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new SpringConnection(connection, dialect));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given)
      throws Throwable {
    Object[] arguments = given == null ? new Object[0] : given;
    switch (method.getName()) {
      case "setReadOnly" -> {
        readOnly = (Boolean) Objects.requireNonNull(arguments[0]);
        return null;
      }
      case "isReadOnly" -> {
        return readOnly || connection.isReadOnly();
      }
      case "setAutoCommit" -> {
        setAutoCommit((Boolean) Objects.requireNonNull(arguments[0]));
        return null;
      }
      case "equals" -> {
        return proxy == arguments[0];
      }
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      default -> {
        return call(method, arguments);
      }
    }
  }

  private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void setAutoCommit(boolean on) throws SQLException {
    if (on == connection.getAutoCommit()) {
      return;
    } else if (on) {
      connection.setAutoCommit(true);
      Restore own = restore;
      restore = Restore.NOTHING;
      own.run();
    } else {
      restore =
          dialect.begin(connection, readOnly ? READ_ONLY : TransactionKind.PLAIN, Long.MAX_VALUE);
    }
  }
}
