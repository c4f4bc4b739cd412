package app;

import app.db.enums.Mood;
import io.kinrow.annotation.Projection;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Projections over keys of several columns, along other keys than primary ones, of a view. */
@NullMarked
public final class Records {

  private Records() {}

  @Projection(Author1.class)
  public record Work(
      long id,
      long order,
      TenantName tenant,
      Optional<Holder> assigneeAccount,
      @Nullable Parent author,
      long author1sByAuthorCount) {}

  @Projection(Author1.class)
  public record OfTenant(TenantName tenant) {}

  public record Parent(long id, Optional<Parents> author, int author1sByAuthorCount) {}

  public record Parents(long order) {}

  public record TenantName(String name, Optional<Bio> profile) {}

  public record Bio(Optional<String> bio) {}

  public record Holder(String number, @Nullable String owner, TenantName tenant, long badgesCount) {}

  @Projection(Account.class)
  public record WithBadges(String number, List<Label> badges, List<Job> author1s) {}

  public record Label(String label, int numbersCount) {}

  public record Job(long id, Optional<Parents> author) {}

  @Projection(Team.class)
  public record Crew(Optional<String> code, List<Id> members, long membersCount) {}

  public record Id(long id) {}

  @Projection(Pin.class)
  public record Pinned(long id, @Nullable Noted note) {}

  public record Noted(
      Optional<Mood> mood,
      UUID uid,
      String[] tags,
      BigDecimal price,
      @Nullable OffsetDateTime noted) {}

  @Projection(Note.class)
  public record WithPins(Optional<Mood> mood, int pinsCount, List<Id> pins) {}

  @Projection(app.Owner.class)
  public record OwnerOfView(Optional<String> owner) {}
}
