import static app.db.Tables.PEOPLE;
import static app.db.Tables.RECTANGLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.App;
import app.Person;
import app.Rectangle;
import org.jooq.exception.IntegrityConstraintViolationException;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Rectangle small = app.rectangles().insert(r -> r.width(2).height(3.5));
      assertThat(small.area()).contains(7.0);
      assertThat(small.label()).isEqualTo("2.0 x 3.5");
      assertThat(small.kind()).isEqualTo("plain");

      Rectangle wide = app.rectangles().update(small.withWidth(4).withKind("round"));
      assertThat(wide.area()).contains(14.0);
      assertThat(wide.label()).isEqualTo("4.0 x 3.5");
      assertThat(app.rectangles().get(wide.id())).isEqualTo(wide);
      assertThat(app.rectangles().where(RECTANGLES.AREA.gt(10.0)).one()).isEqualTo(wide);
      assertThat(app.rectangles().updateReturning(wide.id(), r -> r.width(RECTANGLES.HEIGHT)))
          .hasValueSatisfying(square -> assertThat(square.label()).isEqualTo("3.5 x 3.5"));
      assertThat(app.rectangles().where(RECTANGLES.HEIGHT.gt(3.0)).updateReturning(r -> r.width(4)))
          .containsExactly(wide);
      assertThatThrownBy(() -> app.rectangles().update(wide.id(), r -> r.kind("square")))
          .isInstanceOf(IntegrityConstraintViolationException.class)
          .hasMessageContaining("rectangles");
      assertThatThrownBy(() -> app.rectangles().insert(r -> r.width(-1).height(1)))
          .isInstanceOf(IntegrityConstraintViolationException.class)
          .hasMessageContaining("rectangles");
      assertThatThrownBy(() -> app.rectangles().update(wide.withKind("square")))
          .isInstanceOf(IntegrityConstraintViolationException.class);
      assertThat(app.rectangles().upsert(r -> r.width(1).height(1).id(wide.id())).area())
          .contains(1.0);

      Person ann = app.people().insert(p -> p.first("Ann").last("Lee"));
      assertThat(ann.fullName()).contains("Ann Lee");
      assertThat(app.people().findByFullName("Ann Lee")).contains(ann);
      assertThat(app.people().where(PEOPLE.FULL_NAME.eq("Ann Lee")).one()).isEqualTo(ann);
      assertThatThrownBy(() -> app.people().insert(p -> p.first("ANN").last("Lee")))
          .isInstanceOf(IntegrityConstraintViolationException.class);
      assertThat(app.people().count()).isEqualTo(1);
    }
  }
}
