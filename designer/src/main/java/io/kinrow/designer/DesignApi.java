package io.kinrow.designer;

import io.kinrow.designer.json.JsonFields;
import io.kinrow.designer.server.Endpoint;
import io.kinrow.designer.server.Reply;
import io.kinrow.designer.session.DesignSession;
import io.kinrow.designer.session.StaleException;
import io.kinrow.migrate.settings.RefusedException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the page can ask for. */
final class DesignApi {

  private final DesignSession session;
  private final Consumer<Path> written;

  /**
   * @param written is told of each file of a migration
   */
  DesignApi(DesignSession session, Consumer<Path> written) {
    this.session = session;
    this.written = written;
  }

  Map<String, Endpoint> endpoints() {
    return Map.of(
        "/api/state", Endpoint.get((version, fields) -> state(200)),
        "/api/review", Endpoint.get((version, fields) -> Reply.json(200, session.review())),
        "/api/alive", Endpoint.post((version, fields) -> alive()),
        "/api/edit", changing(session::edit),
        "/api/save", changing((version, fields) -> session.save(version)),
        "/api/reload",
            changing((version, fields) -> session.reload(version, fields.isTrue("merge"))),
        "/api/migration", Endpoint.post(this::migration));
  }

  private interface Change {
    void make(Optional<String> version, JsonFields fields);
  }

  /** Answers with the design as it is then, so that the page shows what there is. */
  private Endpoint changing(Change change) {
    return Endpoint.post(
        (version, fields) -> {
          try {
            change.make(version, fields);
            return state(200);
          } catch (StaleException e) {
            return stale(e);
          }
        });
  }

  private Reply migration(Optional<String> version, JsonFields fields) {
    try {
      List<Path> files =
          session.writeMigration(
              version,
              fields.textOrEmpty("description"),
              fields.optionalText("revision").orElse("next"),
              fields.text("shown"));
      files.forEach(written);
      Map<String, Object> more = new LinkedHashMap<>(session.view());
      more.put("written", files.stream().map(Path::toString).toList());
      return Reply.json(200, more, session.version());
    } catch (StaleException e) {
      return stale(e);
    }
  }

  private Reply state(int status) {
    Map<String, Object> view = session.view();
    return Reply.json(status, view, String.valueOf(view.get("version")));
  }

  private Reply stale(StaleException e) {
    Map<String, Object> view = new LinkedHashMap<>(session.view());
    view.put("refused", List.of(String.valueOf(e.getMessage())));
    view.put("elsewhere", e.isElsewhere());
    return Reply.json(412, view, String.valueOf(view.get("version")));
  }

  private Reply alive() {
    return Reply.json(200, Map.of("version", session.version(), "elsewhere", elsewhere()));
  }

  /** A file that cannot be read just now is not a reason to disturb anyone. */
  private boolean elsewhere() {
    try {
      return session.isChangedElsewhere();
    } catch (RefusedException e) {
      return true;
    }
  }
}
