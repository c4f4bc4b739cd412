package io.kinrow.web;

import io.kinrow.annotation.Projection;
import io.kinrow.blog.User;
import java.util.List;

public interface Pages {

  @Projection(User.class)
  record Profile(String nickname, List<Written> posts, List<Name> followers) {}

  record Written(String body, List<Answer> replies) {}

  record Answer(Name author) {}

  record Name(String nickname) {}
}
