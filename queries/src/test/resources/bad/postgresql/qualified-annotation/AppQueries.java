package app;

interface AppQueries {
  @io.kinrow.annotation.Sql("select nicknam from users")
  Object rows();
}
