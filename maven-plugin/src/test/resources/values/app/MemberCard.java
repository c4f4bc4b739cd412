package app;

import io.kinrow.annotation.Projection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member, by value objects. */
@Projection(Member.class)
public record MemberCard(
    MemberId id, Email email, Optional<Price> price, @Nullable Boss boss, List<Line> notesByMember) {

  /** Who the member works for. */
  public record Boss(MemberId id, Email email) {}

  /** A note. */
  public record Line(MemberId memberId, Optional<Email> copyTo, String body) {}
}
