import static app.db.Tables.COURSES;
import static app.db.Tables.STUDENTS;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import app.App;
import app.Course;
import app.Enrolment;
import app.Friend;
import app.Grade;
import app.Student;
import app.Waiting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.exception.IntegrityConstraintViolationException;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      List<Student> students =
          app.students().insertAll(List.of("Ann", "Bob", "Cid"), (s, name) -> s.name(name));
      List<Course> courses =
          app.courses().insertAll(List.of("Art", "Botany"), (c, title) -> c.title(title));
      for (Student student : students) {
        app.enrolments().insert(e -> e.student(student).course(courses.get(0)));
      }
      app.enrolments().insert(e -> e.student(students.get(0)).course(courses.get(1)));
      app.dsl().execute("insert into favourites values (3, 2)");
      app.friends().insert(f -> f.student(students.get(0)).friend(students.get(1)));
      app.friends().insert(f -> f.studentId(2).friendId(1));
      app.friends().insert(f -> f.studentId(1).friendId(3));

      pure(app);
      itself(app);
      extraColumns(app, students.get(0), courses.get(0));
    }
  }

  private static void pure(App app) {
    assertStatements(
        app,
        3,
        () -> {
          for (Student student : app.students().all()) {
            for (Course course : student.courses()) {
              assertThat(course.students()).contains(student);
            }
          }
        });
    assertThat(app.students().all()).extracting(Student::coursesCount).containsExactly(2L, 1L, 1L);
    assertThat(app.courses().all())
        .extracting(Course::studentsViaFavouritesCount)
        .containsExactly(0L, 1L);
    assertThat(app.students().get(3L).coursesViaFavourites())
        .extracting(Course::title)
        .containsExactly("Botany");
    assertThat(app.favourites().findByStudentIdAndCourseId(3, 2).orElseThrow().student().name())
        .isEqualTo("Cid");
    assertThat(app.courses().get(1L).queryStudents().where(STUDENTS.NAME.gt("B")).count())
        .isEqualTo(2);
    assertThat(app.students().where(exists(selectOne().from(STUDENTS.courses()).where(STUDENTS.courses().TITLE.eq("Botany")))).list())
        .extracting(Student::name)
        .containsExactly("Ann");
    assertStatements(
        app,
        0,
        () -> assertThat(app.students().query()).isNotNull());
    List<Course> loaded = app.courses().with(Course.STUDENTS.then(Student.COURSES)).list();
    assertStatements(
        app, 0, () -> loaded.forEach(course -> course.students().forEach(Student::courses)));
    assertThat(app.enrolments().deleteByKey(new Enrolment.Key(1, 2))).isTrue();
    assertThat(app.students().get(1L).courses()).hasSize(1);
  }

  private static void itself(App app) {
    assertThat(app.students().all())
        .extracting(student -> student.friends().stream().map(Student::name).toList())
        .containsExactly(List.of("Bob", "Cid"), List.of("Ann"), List.of());
    assertThat(app.students().all()).extracting(Student::studentsCount).containsExactly(1L, 1L, 1L);
    assertThat(app.friends().get(new Friend.Key(1, 3)).friend().name()).isEqualTo("Cid");
    assertThat(app.students().where(exists(selectOne().from(STUDENTS.friends()).where(STUDENTS.friends().NAME.eq("Cid")))).one().name())
        .isEqualTo("Ann");
  }

  private static void extraColumns(App app, Student ann, Course art) {
    Grade grade = app.grades().insert(g -> g.student(ann).course(art).grade(new BigDecimal("1.7")));
    assertThat(grade.gradedOn()).hasValueSatisfying(day -> assertThat(day).isAfter(LocalDate.MIN));
    assertThat(ann.grades()).containsExactly(grade);
    assertThat(art.grades().get(0).student()).isEqualTo(ann);
    app.grades().update(grade.withGrade(new BigDecimal("2.3")));
    assertThat(app.grades().get(new Grade.Key(1, 1)).grade()).isEqualByComparingTo("2.3");

    Waiting waiting = app.waitings().insert(w -> w.student(ann).course(art));
    assertThat(app.waitings().findByStudentIdAndCourseId(1, 1)).contains(waiting);
    assertThat(waiting.course()).isEqualTo(art);
    assertThat(art.waitings()).containsExactly(waiting);
    assertThatThrownBy(() -> app.waitings().insert(w -> w.student(ann).course(art)))
        .isInstanceOf(IntegrityConstraintViolationException.class);
    assertThat(app.courses().where(exists(selectOne().from(COURSES.waitings()).where(COURSES.waitings().STUDENT_ID.eq(1L)))).one()).isEqualTo(art);
  }
}
