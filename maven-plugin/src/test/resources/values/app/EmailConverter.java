package app;

import org.jooq.impl.AbstractConverter;

/** As jOOQ has it in generated columns. */
public final class EmailConverter extends AbstractConverter<String, Email> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public EmailConverter() {
    super(String.class, Email.class);
  }

  @Override
  public Email from(String stored) {
    return stored == null ? null : new Email(stored);
  }

  @Override
  public String to(Email value) {
    return value == null ? null : value.value();
  }
}
