package io.kinrow.processor.jooq;

import io.kinrow.processor.name.ColumnNames;
import io.kinrow.processor.name.GeneratedNames;
import io.kinrow.processor.name.ReferenceNames;
import io.kinrow.processor.name.TableNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.CatalogDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.Database;
import org.jooq.meta.Definition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.ForeignKeyDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.InverseForeignKeyDefinition;
import org.jooq.meta.ManyToManyKeyDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UniqueKeyDefinition;
import org.jspecify.annotations.Nullable;

/** Tells jOOQ the names that were decided; what they do not cover keeps jOOQ's own. */
final class KinrowStrategy extends DefaultGeneratorStrategy {

  /** Classes that are in the same package as that of a schema. */
  private static final Set<String> GLOBALS =
      Set.of("DefaultCatalog", "Domains", "Indexes", "Keys", "Routines", "Sequences", "Tables");

  private @Nullable GeneratedNames names;
  private final Map<String, String> keyConstants = new HashMap<>();
  private final Set<String> usedKeyConstants = new HashSet<>();

  void use(GeneratedNames decided) {
    this.names = decided;
  }

  @Override
  public String getJavaIdentifier(Definition definition) {
    if (definition instanceof TableDefinition table) {
      TableNames decided = table(table);
      return decided == null ? super.getJavaIdentifier(definition) : decided.constant();
    }
    if (definition instanceof ColumnDefinition column) {
      ColumnNames decided = column(column);
      return decided == null ? super.getJavaIdentifier(definition) : decided.field();
    }
    if (definition instanceof SchemaDefinition && names != null) {
      return names
          .schema(definition.getInputName())
          .orElseGet(() -> super.getJavaIdentifier(definition));
    }
    if (definition instanceof UniqueKeyDefinition key) {
      return keyConstant("unique", key.getTable(), key);
    }
    if (definition instanceof InverseForeignKeyDefinition inverse) {
      return getJavaIdentifier(inverse.getForeignKey());
    }
    if (definition instanceof ForeignKeyDefinition key) {
      return keyConstant("foreign", key.getTable(), key);
    }
    if (definition instanceof IndexDefinition index) {
      return keyConstant("index", index.getTable(), index);
    }
    return super.getJavaIdentifier(definition);
  }

  /**
   * jOOQ's name, numbered where an earlier literal of the type has it: {@code a_b}, {@code a_b_2}.
   */
  @Override
  public String getJavaEnumLiteral(EnumDefinition type, String literal) {
    Set<String> own = new HashSet<>();
    type.getLiterals().forEach(each -> own.add(super.getJavaEnumLiteral(type, each)));
    Set<String> used = new HashSet<>();
    for (String each : type.getLiterals()) {
      String wanted = super.getJavaEnumLiteral(type, each);
      String name = wanted;
      for (int i = 2; !used.add(name); i++) {
        name = wanted + "_" + i;
        while (own.contains(name)) {
          name = wanted + "_" + ++i;
        }
      }
      if (each.equals(literal)) {
        return name;
      }
    }
    return super.getJavaEnumLiteral(type, literal);
  }

  @Override
  public String getJavaMethodName(Definition definition, Mode mode) {
    if (definition instanceof ForeignKeyDefinition key) {
      ReferenceNames decided = reference(key);
      return decided == null ? super.getJavaMethodName(definition, mode) : decided.one();
    }
    if (definition instanceof InverseForeignKeyDefinition inverse) {
      ReferenceNames decided = reference(inverse.getForeignKey());
      return decided == null ? super.getJavaMethodName(definition, mode) : decided.many();
    }
    if (definition instanceof ManyToManyKeyDefinition key) {
      ReferenceNames near = reference(key.getForeignKey1());
      ReferenceNames far = reference(key.getForeignKey2());
      return near == null || far == null
          ? super.getJavaMethodName(definition, mode)
          : across(near, far);
    }
    return super.getJavaMethodName(definition, mode);
  }

  /** Over a join table with columns of its own there is no navigation, only jOOQ's path. */
  private static String across(ReferenceNames near, ReferenceNames far) {
    return near.across().isEmpty()
        ? near.many() + GeneratedNames.capitalised(far.one())
        : near.across();
  }

  /** jOOQ puts every schema into a package of its own if there are several; ours, all but one. */
  @Override
  public String getJavaPackageName(Definition definition, Mode mode) {
    String name = super.getJavaPackageName(definition, mode);
    Database database = definition.getDatabase();
    SchemaDefinition schema = definition.getSchema();
    if (names == null
        || definition instanceof CatalogDefinition
        || schema == null
        || database.getSchemata().size() < 2
        || database.getCatalogs().size() > 1) {
      return name;
    }
    String own = "." + getJavaIdentifier(schema).toLowerCase(getTargetLocale());
    String ours = names.packageOf(schema.getInputName());
    return getTargetPackage()
        + (ours.isEmpty() ? "" : "." + ours)
        + name.substring(getTargetPackage().length() + own.length());
  }

  @Override
  public String getJavaClassName(Definition definition, Mode mode) {
    if (definition instanceof CheckedEnum) {
      return definition.getInputName();
    }
    TableNames decided = definition instanceof TableDefinition table ? table(table) : null;
    if (decided == null) {
      String name = super.getJavaClassName(definition, mode);
      return definition instanceof SchemaDefinition && GLOBALS.contains(name) ? name + "_" : name;
    }
    return switch (mode) {
      case RECORD -> decided.recordClass();
      case PATH -> decided.pathClass();
      case DAO -> decided.tableClass() + "Dao";
      case INTERFACE -> "I" + decided.tableClass();
      default -> decided.tableClass();
    };
  }

  @Override
  public String getJavaMemberName(Definition definition, Mode mode) {
    ColumnNames decided = definition instanceof ColumnDefinition column ? column(column) : null;
    return decided == null ? super.getJavaMemberName(definition, mode) : decided.property();
  }

  @Override
  public String getJavaGetterName(Definition definition, Mode mode) {
    return accessor("get", definition, super.getJavaGetterName(definition, mode));
  }

  @Override
  public String getJavaSetterName(Definition definition, Mode mode) {
    return accessor("set", definition, super.getJavaSetterName(definition, mode));
  }

  private String accessor(String prefix, Definition definition, String otherwise) {
    ColumnNames decided = definition instanceof ColumnDefinition column ? column(column) : null;
    return decided == null ? otherwise : prefix + GeneratedNames.capitalised(decided.property());
  }

  private @Nullable TableNames table(TableDefinition table) {
    return names != null && names.has(TableFactsReader.id(table))
        ? names.table(TableFactsReader.id(table))
        : null;
  }

  private @Nullable ColumnNames column(ColumnDefinition column) {
    TableNames table = table(column.getContainer());
    return table == null ? null : table.columns().get(column.getInputName());
  }

  private @Nullable ReferenceNames reference(ForeignKeyDefinition key) {
    TableNames table = table(key.getTable());
    return table == null ? null : table.references().get(key.getInputName());
  }

  /** Two names of keys may be one as constants; jOOQ asks in the same order at each run. */
  private String keyConstant(String kind, TableDefinition table, Definition key) {
    return keyConstants.computeIfAbsent(
        String.join("\n", kind, TableFactsReader.id(table).toString(), key.getInputName()),
        id -> {
          String stem =
              getJavaIdentifier(table) + "__" + GeneratedNames.constant(key.getInputName());
          String free = stem;
          for (int number = 2; !usedKeyConstants.add(kind + free); number++) {
            free = stem + "_" + number;
          }
          return free;
        });
  }
}
