import static app.db.Tables.TASKS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.Account;
import app.App;
import app.Note;
import app.Project;
import app.Task;
import app.Tenant;
import java.util.List;
import org.jooq.exception.IntegrityConstraintViolationException;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      for (String name : List.of("one", "two")) {
        Tenant tenant = app.tenants().insert(t -> t.name(name));
        Account a = app.accounts().insert(x -> x.tenant(tenant).number("a").owner(name));
        Account b = app.accounts().insert(x -> x.tenant(tenant).number("b"));
        app.projects().insert(p -> p.tenant(tenant).code("p").accountNumber("a"));
        app.projects().insert(p -> p.tenant(tenant).code("q"));
        for (long no = 1; no <= 3; no++) {
          long number = no;
          app.tasks()
              .insert(
                  t ->
                      t.tenant(tenant)
                          .projectCode("p")
                          .no(number)
                          .parentNo(number == 1 ? null : Long.valueOf(1))
                          .assigneeAccount(a)
                          .reviewer(number == 3 ? b.number() : null));
        }
      }
      app.dsl().execute("insert into notes values (2, 'p', 1, 'a note')");

      navigation(app);
      keys(app);
      writes(app);
    }
  }

  private static void navigation(App app) {
    assertStatements(
        app,
        3,
        () -> {
          for (Tenant tenant : app.tenants().all()) {
            assertThat(tenant.projects()).hasSize(2);
            Project p = tenant.projects().get(0);
            assertThat(p.tenant()).isSameAs(tenant);
            assertThat(p.account().flatMap(Account::owner)).contains(tenant.name());
            assertThat(tenant.projects().get(1).account()).isEmpty();
          }
        });
    // tasks, their projects, parents, assignees, reviewers
    assertStatements(
        app,
        5,
        () -> {
          for (Task task : app.tasks().all()) {
            assertThat(task.project().key()).isEqualTo(new Project.Key(task.tenantId(), "p"));
            assertThat(task.parent().isPresent()).isEqualTo(task.no() > 1);
            task.parent().ifPresent(parent -> assertThat(parent.tenantId()).isEqualTo(task.tenantId()));
            assertThat(task.assigneeAccount().orElseThrow().tenantId()).isEqualTo(task.tenantId());
            assertThat(task.reviewerAccount().isPresent()).isEqualTo(task.no() == 3);
          }
        });
    Task first = app.tasks().get(new Task.Key(1, "p", 1));
    assertThat(first.tasksByParent()).extracting(Task::no).containsExactly(2L, 3L);
    assertThat(first.tasksByParentCount()).isEqualTo(2);
    assertThat(first.queryTasksByParent().where(TASKS.NO.gt(2L)).one().no()).isEqualTo(3);
    assertThat(app.accounts().all())
        .extracting(Account::tasksByAssigneeCount)
        .containsExactly(3L, 0L, 3L, 0L);
    Note note = app.notes().query().one();
    assertThat(note.tenantTask().key()).isEqualTo(new Task.Key(1, "p", 2));
    assertThat(note.tenantTask().notes()).containsExactly(note);
  }

  private static void keys(App app) {
    assertThat(
            app.tasks()
                .findAll(
                    List.of(
                        new Task.Key(2, "p", 3), new Task.Key(9, "p", 3), new Task.Key(1, "p", 1))))
        .extracting(Task::key)
        .containsExactly(new Task.Key(2, "p", 3), new Task.Key(1, "p", 1));
    assertThat(app.accounts().find(new Account.Key(3, "a"))).isEmpty();
    assertThat(app.tasks().listByProject(app.projects().get(new Project.Key(2, "p")))).hasSize(3);
    assertThat(app.tasks().where(TASKS.project().account().OWNER.eq("two")).count()).isEqualTo(3);
    assertThat(app.tasks().page(2, 4).rows())
        .extracting(Task::key)
        .containsExactly(new Task.Key(2, "p", 2), new Task.Key(2, "p", 3));
  }

  private static void writes(App app) {
    Task third = app.tasks().get(new Task.Key(2, "p", 3));
    Task moved = app.tasks().update(third.withParentNo(2L).withAssignee("b"));
    assertThat(moved.parent().map(Task::no)).contains(2L);
    assertThat(moved.assigneeAccount().map(Account::number)).contains("b");
    assertThatThrownBy(() -> app.tasks().update(third.withAssignee("z")))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    assertThatThrownBy(() -> app.tasks().insert(t -> t.tenantId(1).projectCode("p").no(3)))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    app.tasks().upsert(t -> t.tenantId(1).projectCode("p").no(3).assignee("b"));
    assertThat(app.tasks().get(new Task.Key(1, "p", 3)).assignee()).contains("b");
    assertThat(app.tasks().delete(moved)).isTrue();
    assertThat(app.tasks().deleteByKey(moved.key())).isFalse();
    assertThat(app.tasks().count()).isEqualTo(5);
  }
}
