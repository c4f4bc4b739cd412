package io.kinrow.benchmarks.peer;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A user, for the peers whose users write such classes themselves. */
public record UserRow(
    long id,
    String nickname,
    String email,
    @Nullable String aboutMe,
    @Nullable LocalDateTime lastSeen) {

  void add(Checksum sum) {
    sum.add(id).add(nickname).add(email).add(aboutMe).add(lastSeen);
  }
}
