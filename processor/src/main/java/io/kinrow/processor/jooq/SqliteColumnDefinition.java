package io.kinrow.processor.jooq;

import io.kinrow.runtime.internal.dialect.SqliteBinding;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.jooq.meta.DataTypeDefinition;
import org.jooq.meta.DefaultColumnDefinition;
import org.jooq.meta.DefaultDataTypeDefinition;
import org.jooq.meta.JavaTypeResolver;
import org.jooq.meta.TableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A column of SQLite. A forced type with a name gives it another type: jOOQ would keep the binding
 * of the declared one, with which the generated code does not compile.
 */
final class SqliteColumnDefinition extends DefaultColumnDefinition {

  /** What generated code has in place of the types of {@code java.sql}. */
  private static final Map<Class<?>, Class<?>> JAVA_TIME =
      Map.of(
          Date.class,
          LocalDate.class,
          Time.class,
          LocalTime.class,
          Timestamp.class,
          LocalDateTime.class);

  SqliteColumnDefinition(
      TableDefinition table,
      String name,
      int position,
      DataTypeDefinition declared,
      boolean identity,
      @Nullable String comment) {
    super(table, name, position, declared, identity, comment);
  }

  @Override
  public DataTypeDefinition getType() {
    return withItsBinding(super.getType());
  }

  @Override
  public DataTypeDefinition getType(JavaTypeResolver resolver) {
    return withItsBinding(super.getType(resolver));
  }

  private DataTypeDefinition withItsBinding(DataTypeDefinition type) {
    DataTypeDefinition declared = getDefinedType();
    String binding = type.getBinding();
    boolean named =
        !type.getType().equals(declared.getType())
            || type.getPrecision() != declared.getPrecision()
            || type.getScale() != declared.getScale();
    if (!named || binding == null || !binding.equals(declared.getBinding())) {
      return type;
    }
    return new DefaultDataTypeDefinition(
        type.getDatabase(),
        type.getSchema(),
        type.getType(),
        type.getLength(),
        type.getPrecision(),
        type.getScale(),
        type.isNullable(),
        type.getDefaultValue(),
        type.getQualifiedUserType(),
        type.getConverter(),
        binding(type, binding),
        type.getJavaType());
  }

  /** Text that SQLite would turn into numbers is watched as long as it is text. */
  private static String binding(DataTypeDefinition type, String declared) {
    Class<?> java = javaType(type);
    String binding = SqliteBinding.class.getName();
    if (java == BigDecimal.class && type.getScale() > 0) {
      return binding + ".decimal(" + type.getScale() + ")";
    }
    boolean numeric = java == String.class && declared.startsWith(binding + ".numeric(");
    return binding + (numeric ? ".numeric(" : ".of(") + java.getCanonicalName() + ".class)";
  }

  private static Class<?> javaType(DataTypeDefinition type) {
    Class<?> java =
        DefaultDataType.getDataType(
                SQLDialect.SQLITE, type.getType(), type.getPrecision(), type.getScale())
            .getType();
    return JAVA_TIME.getOrDefault(java, java);
  }
}
