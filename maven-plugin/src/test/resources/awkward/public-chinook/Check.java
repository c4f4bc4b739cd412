import static app.db.Tables.TRACK;
import static io.kinrow.runtime.StatementCounter.assertStatements;
import static org.assertj.core.api.Assertions.assertThat;

import app.Album;
import app.App;
import app.Artist;
import app.Employee;
import app.MediaType;
import app.Playlist;
import app.Track;
import java.math.BigDecimal;
import java.time.LocalDateTime;

public final class Check {

  private Check() {}

  public static void run(String url) {
    try (App app = App.open(url)) {
      Artist artist = app.artists().insert(a -> a.name("Kin"));
      Album album = app.albums().insert(a -> a.title("Rows").artist(artist));
      MediaType media = app.mediaTypes().insert(m -> m.name("tape"));
      for (int i = 1; i <= 3; i++) {
        int length = i;
        app.tracks()
            .insert(
                t ->
                    t.name("Track " + length)
                        .mediaType(media)
                        .milliseconds(length)
                        .unitPrice(new BigDecimal("0.99"))
                        .album(album));
      }
      Playlist list = app.playlists().insert(p -> p.name("all"));
      app.tracks().all().forEach(t -> app.playlistTracks().insert(p -> p.playlist(list).track(t)));

      assertStatements(
          app,
          4,
          () -> {
            for (Artist each : app.artists().all()) {
              for (Album of : each.albums()) {
                for (Track track : of.tracks()) {
                  assertThat(track.album().map(Album::artist)).containsSame(each);
                  assertThat(track.playlists()).containsExactly(list);
                }
              }
            }
          });
      assertThat(list.tracks()).hasSize(3);
      assertThat(app.tracks().where(TRACK.album().artist().NAME.eq("Kin")).count()).isEqualTo(3);
      assertThat(app.invoices().get(1L).invoiceDate()).isEqualTo(LocalDateTime.of(2009, 1, 1, 0, 0));
      assertThat(app.invoices().get(1L).customer().invoices()).hasSize(1);
      Employee boss = app.employees().insert(e -> e.lastName("A").firstName("B"));
      app.employees().insert(e -> e.lastName("C").firstName("D").reportsToEmployee(boss));
      assertThat(boss.employeesByReportsTo()).hasSize(1);
    }
  }
}
