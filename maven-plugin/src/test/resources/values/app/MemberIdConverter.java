package app;

import org.jooq.impl.AbstractConverter;

/** As jOOQ has it in generated columns. */
public final class MemberIdConverter extends AbstractConverter<Long, MemberId> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public MemberIdConverter() {
    super(Long.class, MemberId.class);
  }

  @Override
  public MemberId from(Long stored) {
    return stored == null ? null : new MemberId(stored);
  }

  @Override
  public Long to(MemberId value) {
    return value == null ? null : value.value();
  }
}
