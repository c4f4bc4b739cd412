package app;

import app.db.enums.UserMood;
import app.db.enums.UserRole2;
import io.kinrow.annotation.Projection;
import java.util.Optional;

/** Some columns of a user. */
@Projection(User.class)
public record UserCard(String name, UserRole2 role, Optional<UserMood> mood) {}
