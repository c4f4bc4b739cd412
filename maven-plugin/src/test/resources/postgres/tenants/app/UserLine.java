package app;

import app.db.enums.Mood;
import io.kinrow.annotation.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user with what two schemas have of them. */
@Projection(User.class)
public record UserLine(
    String name,
    Mood mood,
    @Nullable Land countryByCode,
    long postsCount,
    List<Line> posts,
    List<Line> postsViaLikes) {

  public record Land(String name) {}

  public record Line(String body, Writer user) {}

  public record Writer(Mood mood, long visitsCount) {}
}
