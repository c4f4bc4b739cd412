package io.kinrow.microblog.command;

import io.kinrow.migrate.lint.Rule;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Refuses what is not a rule of lint, so that the message names the option. */
final class RuleConverter implements ITypeConverter<Rule> {

  @Override
  public Rule convert(String value) {
    return Rule.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no rule '"
                        + value
                        + "' among "
                        + Arrays.stream(Rule.values())
                            .map(Rule::code)
                            .collect(Collectors.joining(", "))));
  }
}
