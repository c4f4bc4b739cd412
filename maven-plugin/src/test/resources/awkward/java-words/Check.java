import static app.db.Tables.CLASS;
import static app.db.Tables.INTERFACE;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.App;
import app.Class_;
import app.Interface;
import app.New;
import app.Void_;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Class_ list =
          app.classes()
              .insert(
                  c ->
                      c.class_("List").hashCode_(17).getClass_("java.util").notify_("n").wait_(5L)
                          .toString_("[]").equals_(true).clone_("c").finalize_("f"));
      assertThat(list.hashCode_()).isEqualTo(17);
      assertThat(list.equals_()).contains(true);
      Class_ changed = app.classes().update(list.withHashCode_(18).withEquals_(false).withWait_(null));
      assertThat(app.classes().get(1L)).isEqualTo(changed).hasSameHashCodeAs(changed);
      assertThat(app.classes().where(CLASS.GET_CLASS.eq("java.util"), CLASS.EQUALS.eq(false)).one())
          .isEqualTo(changed);

      app.interfaces()
          .insert(i -> i.classClass_(changed).getClass_(changed).new_("new").u5f("_").goto_("10"));
      app.interfaces().insert(i -> i.class_(1).hashCode_(changed).true_(1L).static_("s"));
      assertStatements(
          app,
          4,
          () -> {
            for (Class_ each : app.classes().all()) {
              assertThat(each.interfacesByClass()).hasSize(2);
              assertThat(each.interfacesByGetClass().get(0).getClass_()).containsSame(each);
              assertThat(each.interfacesByHashCode().get(0).hashCode_()).containsSame(each);
              each.interfacesByClass().forEach(i -> assertThat(i.classClass_()).isSameAs(each));
            }
          });
      assertThat(app.interfaces().where(INTERFACE.getClass_().HASH_CODE.eq(18L)).list())
          .extracting(Interface::goto_)
          .containsExactly(java.util.Optional.of("10"));

      New one = app.news().insert(n -> n.name("new"));
      Void_ nothing = app.voids().insert(v -> v.new_(one).name("void"));
      assertThat(one.void_()).contains(nothing);
      assertThat(nothing.new_()).isEqualTo(one);
      assertThat(app.hashCodes().insert(h -> h.name("17")).name()).contains("17");
    }
  }
}
