package app;

import java.time.LocalDate;
import org.jooq.impl.AbstractConverter;

/** As jOOQ has it in generated columns. */
public final class DayConverter extends AbstractConverter<LocalDate, Day> {

  private static final long serialVersionUID = 1;

  /** For generated code. */
  public DayConverter() {
    super(LocalDate.class, Day.class);
  }

  @Override
  public Day from(LocalDate stored) {
    return stored == null ? null : new Day(stored);
  }

  @Override
  public LocalDate to(Day value) {
    return value == null ? null : value.value();
  }
}
