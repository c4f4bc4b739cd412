package io.kinrow.benchmarks.micronaut;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** As Micronaut Data maps it. */
@MappedEntity("users")
public record User(
    @Id @Nullable Long id,
    String nickname,
    String email,
    @Nullable String aboutMe,
    @Nullable LocalDateTime lastSeen) {}
