package io.kinrow.benchmarks.doma;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.seasar.doma.Entity;
import org.seasar.doma.Id;
import org.seasar.doma.Table;

/** As Doma maps it. */
@Entity
@Table(name = "users")
public record User(
    @Id long id,
    String nickname,
    String email,
    @Nullable String aboutMe,
    @Nullable LocalDateTime lastSeen) {}
