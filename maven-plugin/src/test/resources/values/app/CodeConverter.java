package app;

import java.util.UUID;
import org.jooq.impl.AbstractConverter;

/** As jOOQ has it in generated columns. */
public final class CodeConverter extends AbstractConverter<UUID, Code> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public CodeConverter() {
    super(UUID.class, Code.class);
  }

  @Override
  public Code from(UUID stored) {
    return stored == null ? null : new Code(stored);
  }

  @Override
  public UUID to(Code value) {
    return value == null ? null : value.value();
  }
}
