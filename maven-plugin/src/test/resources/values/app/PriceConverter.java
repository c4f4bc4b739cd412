package app;

import java.math.BigDecimal;
import org.jooq.impl.AbstractConverter;

/** As jOOQ has it in generated columns. */
public final class PriceConverter extends AbstractConverter<BigDecimal, Price> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public PriceConverter() {
    super(BigDecimal.class, Price.class);
  }

  @Override
  public Price from(BigDecimal stored) {
    return stored == null ? null : new Price(stored);
  }

  @Override
  public BigDecimal to(Price value) {
    return value == null ? null : value.value();
  }
}
