package app;

import io.kinrow.annotation.Queries;
import io.kinrow.annotation.Sql;
import java.util.List;
import java.util.Optional;

@Queries
public interface Declared {

  @Sql("select p.*, p.xmin from posts p where p.id = :id")
  Optional<Post> post(long id);

  @Sql("select p.body from posts p order by p.id")
  List<Body> bodies();

  record Body(String body) {}
}
