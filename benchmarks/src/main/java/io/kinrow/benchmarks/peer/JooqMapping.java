package io.kinrow.benchmarks.peer;

import static io.kinrow.benchmarks.jooq.Tables.POSTS;
import static io.kinrow.benchmarks.jooq.Tables.USERS;
import static org.jooq.Records.mapping;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** jOOQ with records that constructor references fill. */
public final class JooqMapping implements Peer<UserRow, PostRow> {

  private final DSLContext dsl;

  public JooqMapping(DataSource database, SQLDialect dialect) {
    this.dsl = DSL.using(database, dialect);
  }

  private SelectJoinStep<Record5<Long, String, String, String, LocalDateTime>> users() {
    return dsl.select(USERS.ID, USERS.NICKNAME, USERS.EMAIL, USERS.ABOUT_ME, USERS.LAST_SEEN)
        .from(USERS);
  }

  private SelectJoinStep<Record5<Long, String, LocalDateTime, Long, Long>> posts() {
    return dsl.select(POSTS.ID, POSTS.BODY, POSTS.CREATED_AT, POSTS.USER_ID, POSTS.REPLY_TO_ID)
        .from(POSTS);
  }

  @Override
  public UserRow user(long id) {
    return users().where(USERS.ID.eq(id)).fetchSingle(mapping(UserRow::new));
  }

  @Override
  public UserRow userNamed(String nickname) {
    return users().where(USERS.NICKNAME.eq(nickname)).fetchSingle(mapping(UserRow::new));
  }

  @Override
  public UserRow userWhere(String email, int seenSince) {
    return users()
        .where(USERS.EMAIL.eq(email))
        .and(USERS.LAST_SEEN.ge(LocalDateTime.of(seenSince, 1, 1, 0, 0)))
        .fetchSingle(mapping(UserRow::new));
  }

  @Override
  public List<UserRow> users(long from, long to) {
    return users().where(USERS.ID.between(from, to)).orderBy(USERS.ID).fetch(mapping(UserRow::new));
  }

  @Override
  public void postsOf(long from, long to, BiConsumer<? super UserRow, ? super PostRow> each) {
    List<UserRow> users = users(from, to);
    Map<Long, List<PostRow>> posts =
        posts()
            .where(POSTS.USER_ID.in(users.stream().map(UserRow::id).toList()))
            .orderBy(POSTS.USER_ID, POSTS.ID)
            .fetchGroups(POSTS.USER_ID, mapping(PostRow::new));
    for (UserRow user : users) {
      posts.getOrDefault(user.id(), List.of()).forEach(post -> each.accept(user, post));
    }
  }

  @Override
  public void authorsOf(long from, long to, BiConsumer<? super PostRow, ? super UserRow> each) {
    dsl.select(
            POSTS.ID,
            POSTS.BODY,
            POSTS.CREATED_AT,
            POSTS.USER_ID,
            POSTS.REPLY_TO_ID,
            USERS.ID,
            USERS.NICKNAME,
            USERS.EMAIL,
            USERS.ABOUT_ME,
            USERS.LAST_SEEN)
        .from(POSTS)
        .join(USERS)
        .on(USERS.ID.eq(POSTS.USER_ID))
        .where(POSTS.ID.between(from, to))
        .orderBy(POSTS.ID)
        .forEach(
            row ->
                each.accept(
                    new PostRow(
                        row.value1(), row.value2(), row.value3(), row.value4(), row.value5()),
                    new UserRow(
                        row.value6(), row.value7(), row.value8(), row.value9(), row.value10())));
  }

  @Override
  public List<PostRow> page(int offset, int size) {
    return posts().orderBy(POSTS.ID).limit(size).offset(offset).fetch(mapping(PostRow::new));
  }

  @Override
  public Supplier<List<PostRow>> pages(int size) {
    return new Supplier<>() {
      private long last;

      @Override
      public List<PostRow> get() {
        List<PostRow> page =
            posts().orderBy(POSTS.ID).seek(last).limit(size + 1).fetch(mapping(PostRow::new));
        boolean more = page.size() > size;
        List<PostRow> wanted = more ? page.subList(0, size) : page;
        last = more ? wanted.get(size - 1).id() : 0;
        return wanted;
      }
    };
  }

  @Override
  public PostRow insert(NewPost post) {
    return insert(dsl, post);
  }

  private static PostRow insert(DSLContext on, NewPost post) {
    return on.insertInto(POSTS, POSTS.BODY, POSTS.CREATED_AT, POSTS.USER_ID)
        .values(post.body(), post.createdAt(), post.userId())
        .returningResult(POSTS.ID, POSTS.BODY, POSTS.CREATED_AT, POSTS.USER_ID, POSTS.REPLY_TO_ID)
        .fetchSingle(mapping(PostRow::new));
  }

  @Override
  public void insertAll(List<NewPost> posts) {
    dsl.transaction(
        inside -> {
          var batch =
              inside
                  .dsl()
                  .batch(
                      inside
                          .dsl()
                          .insertInto(POSTS, POSTS.BODY, POSTS.CREATED_AT, POSTS.USER_ID)
                          .values((String) null, null, null));
          for (NewPost post : posts) {
            batch.bind(post.body(), post.createdAt(), post.userId());
          }
          batch.execute();
        });
  }

  @Override
  public List<PostRow> insertReturning(List<NewPost> posts) {
    return dsl.transactionResult(
        inside -> {
          List<PostRow> stored = new ArrayList<>();
          for (NewPost post : posts) {
            stored.add(insert(inside.dsl(), post));
          }
          return stored;
        });
  }

  @Override
  public Optional<ManyRows<UserRow>> manyRows() {
    return Optional.of(new JooqManyRows(dsl));
  }

  @Override
  public Optional<Graphs<UserRow, PostRow>> graphs() {
    return Optional.of(
        (writers, each) ->
            dsl.transaction(
                inside -> {
                  for (Graphs.Writer writer : writers) {
                    UserRow user = insert(inside.dsl(), writer);
                    for (NewPost post : writer.posts()) {
                      NewPost own = new NewPost(post.body(), post.createdAt(), user.id());
                      each.accept(user, insert(inside.dsl(), own));
                    }
                  }
                }));
  }

  private static UserRow insert(DSLContext on, Graphs.Writer writer) {
    return on.insertInto(USERS, USERS.NICKNAME, USERS.EMAIL)
        .values(writer.nickname(), writer.email())
        .returningResult(USERS.ID, USERS.NICKNAME, USERS.EMAIL, USERS.ABOUT_ME, USERS.LAST_SEEN)
        .fetchSingle(mapping(UserRow::new));
  }

  @Override
  public void update(UserRow user, String aboutMe) {
    dsl.update(USERS).set(USERS.ABOUT_ME, aboutMe).where(USERS.ID.eq(user.id())).execute();
  }

  @Override
  public void delete(PostRow post) {
    dsl.deleteFrom(POSTS).where(POSTS.ID.eq(post.id())).execute();
  }

  @Override
  public void stream(Consumer<? super PostRow> each) {
    try (Stream<PostRow> posts = posts().fetchStream().map(mapping(PostRow::new))) {
      posts.forEach(each);
    }
  }

  @Override
  public void addUser(UserRow user, Checksum sum) {
    user.add(sum);
  }

  @Override
  public void addPost(PostRow post, Checksum sum) {
    post.add(sum);
  }

  @Override
  public void close() {
    // the data source is closed by whoever made it
  }
}
