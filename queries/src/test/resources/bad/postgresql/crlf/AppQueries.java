package app;

import io.kinrow.annotation.*;

interface AppQueries {
  @Sql("""
      select id,
        nicknam
      from users""")
  Object rows();
}
