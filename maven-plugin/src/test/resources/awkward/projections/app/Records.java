package app;

import io.kinrow.annotation.Projection;
import java.util.List;
import java.util.Optional;
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

  @Projection(app.Owner.class)
  public record OwnerOfView(Optional<String> owner) {}
}
