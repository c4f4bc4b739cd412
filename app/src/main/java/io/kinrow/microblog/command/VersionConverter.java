package io.kinrow.microblog.command;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses what is not a version, so that the message names the option. */
class VersionConverter implements ITypeConverter<String> {

  private final List<String> words;

  VersionConverter() {
    this(List.of());
  }

  private VersionConverter(List<String> words) {
    this.words = words;
  }

  @Override
  public String convert(String value) {
    if (value.matches("[0-9]+([._][0-9]+)*") || words.contains(value)) {
      return value;
    }
    String or = words.isEmpty() ? "" : ", nor " + String.join(" or ", words);
    throw new TypeConversionException("'" + value + "' is not a version such as 2 or 2.1" + or);
  }

  /** A version or {@code latest}. */
  static final class OrLatest extends VersionConverter {
    OrLatest() {
      super(List.of("latest"));
    }
  }

  /** A version, or the name of another schema. */
  static final class OrSchema extends VersionConverter {
    OrSchema() {
      super(List.of("latest", "desired", "live", "none"));
    }
  }

  /** A version, {@code next} or {@code timestamp}. */
  static final class OrNew extends VersionConverter {
    OrNew() {
      super(List.of("next", "timestamp"));
    }
  }
}
