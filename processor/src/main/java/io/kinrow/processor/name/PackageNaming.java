package io.kinrow.processor.name;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the package of each schema's jOOQ classes: the first schema's are in the package that is
 * generated, those of each further one in a package of its own inside it. Names the constants that
 * stand for the schemas, too.
 */
final class PackageNaming {

  /** What jOOQ has in the package of the first schema. */
  private static final Set<String> JOOQ_PACKAGES =
      Set.of("domains", "embeddables", "enums", "packages", "routines", "tables", "udt");

  private PackageNaming() {}

  /** The package of each schema inside the generated one, empty for the first. */
  static Map<String, String> packages(List<String> schemas) {
    Namespace namespace =
        Namespace.ofClasses(name -> ReservedNames.isWord(name) || JOOQ_PACKAGES.contains(name));
    Map<String, String> packages = new LinkedHashMap<>();
    for (String schema : schemas) {
      packages.put(
          schema,
          packages.isEmpty() ? "" : namespace.claim(List.of(Words.of(schema).underscored())));
    }
    return packages;
  }

  /** The constant of each schema. */
  static Map<String, String> constants(List<String> schemas) {
    Namespace namespace = Namespace.ofMembers(name -> false);
    Map<String, String> constants = new LinkedHashMap<>();
    for (String schema : schemas) {
      constants.put(schema, namespace.claim(List.of(Words.of(schema).constant())));
    }
    return constants;
  }
}
