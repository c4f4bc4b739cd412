package io.kinrow.migrate.drift;

import io.kinrow.migrate.catalog.Catalog;
import io.kinrow.migrate.catalog.Name;
import io.kinrow.migrate.catalog.Table;
import io.kinrow.migrate.catalog.Trigger;
import io.kinrow.migrate.catalog.View;
import io.kinrow.migrate.settings.FlywaySettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * What a database holds and what its migrations gave it: those that were applied and no others, in
 * the order they were applied in. What no migration can tell is left out of both.
 *
 * @param expected what the applied migrations give
 * @param found what the database holds
 * @param notes migrations that were passed over, and what was left out and why
 */
record AppliedSchema(Catalog expected, Catalog found, List<String> notes) {

  static AppliedSchema of(String url, FlywaySettings settings, Catalog live, MigrationInfo[] all) {
    return new Reader(url, settings, live, all).read();
  }

  /** Runs what was applied on scratch databases. */
  private static final class Reader {
    private final String url;
    private final FlywaySettings settings;
    private final Catalog live;
    private final List<MigrationInfo> all;
    private final List<String> notes = new ArrayList<>();
    private final Set<Name> unknown = new LinkedHashSet<>();
    private final Set<Name> unknownTriggers = new LinkedHashSet<>();

    Reader(String url, FlywaySettings settings, Catalog live, MigrationInfo[] all) {
      this.url = url;
      this.settings = settings;
      this.live = live;
      this.all = List.of(all);
    }

    AppliedSchema read() {
      for (MigrationInfo info : all) {
        if (info.getState() == MigrationState.IGNORED) {
          notes.add(
              info.getScript()
                  + " is older than the latest applied version and was skipped: migrate applies it only with outOfOrder=true");
        }
      }
      boolean baselined = applied().anyMatch(info -> info.getType() == CoreMigrationType.BASELINE);
      Catalog expected;
      try (AppliedRun run = new AppliedRun(settings, all)) {
        expected = baselined ? aboveBaseline(run) : run.migrated(toRun());
        repeatables(run, expected);
      }
      return new AppliedSchema(
          expected.without(unknown, unknownTriggers),
          live.without(unknown, unknownTriggers),
          notes);
    }

    private Stream<MigrationInfo> applied() {
      return all.stream()
          .filter(info -> info.getInstalledRank() != null && info.getState().isApplied())
          .filter(info -> !info.getState().isFailed())
          .filter(info -> info.getState() != MigrationState.UNDONE)
          .filter(info -> info.getState() != MigrationState.DELETED)
          .filter(info -> info.getState() != MigrationState.SUPERSEDED);
    }

    /** Applied and still there as it was, in the order of the history. */
    private List<MigrationInfo> toRun() {
      return applied()
          .filter(info -> info.getState().isResolved() && !info.getType().isSynthetic())
          .filter(info -> info.getState() != MigrationState.OUTDATED)
          .sorted(Comparator.comparing(MigrationInfo::getInstalledRank))
          .toList();
    }

    /** What stood below the baseline came by no migration, so that none can tell how it was. */
    private Catalog aboveBaseline(AppliedRun run) {
      Catalog below;
      Catalog expected;
      try {
        below =
            run.migrated(
                all.stream()
                    .filter(info -> info.getState() == MigrationState.BELOW_BASELINE)
                    .toList());
        expected = run.migrated(toRun());
      } catch (FlywayException needsMore) {
        try (AppliedRun undone = AppliedRun.undoneToBaseline(url, settings, all)) {
          below = undone.catalog();
          expected = undone.migrated(toRun());
        } catch (FlywayException e) {
          notes.add(
              "Nothing was compared: the migrations change objects that existed below the baseline, and a copy could not be undone down to it: "
                  + firstLine(e));
          return live;
        }
      }
      Catalog from = below;
      Catalog to = expected;
      relations(live, to)
          .filter(name -> Objects.equals(relation(from, name), relation(to, name)))
          .forEach(unknown::add);
      triggers(live, to)
          .filter(name -> from.trigger(name).equals(to.trigger(name)))
          .forEach(unknownTriggers::add);
      note("were not created by a migration above the baseline", unknown, unknownTriggers);
      return expected;
    }

    /** The text that an outdated or missing repeatable was applied with is gone. */
    private void repeatables(AppliedRun run, Catalog expected) {
      List<MigrationInfo> outdated =
          all.stream()
              .filter(info -> info.getVersion() == null)
              .filter(info -> info.getState() == MigrationState.OUTDATED)
              .toList();
      Set<Name> relations = new HashSet<>();
      Set<Name> triggers = new HashSet<>();
      boolean anything =
          all.stream()
              .anyMatch(
                  info ->
                      info.getVersion() == null
                          && info.getState() == MigrationState.MISSING_SUCCESS);
      if (!outdated.isEmpty()) {
        try {
          Catalog renewed =
              run.migrated(Stream.concat(toRun().stream(), outdated.stream()).toList());
          relations(renewed, expected)
              .filter(n -> !Objects.equals(relation(renewed, n), relation(expected, n)))
              .forEach(relations::add);
          triggers(renewed, expected)
              .filter(n -> !renewed.trigger(n).equals(expected.trigger(n)))
              .forEach(triggers::add);
        } catch (FlywayException needsPendingOnes) {
          anything = true;
        }
      }
      if (anything) {
        Stream.concat(live.views().stream(), expected.views().stream())
            .map(View::name)
            .filter(name -> !live.view(name).equals(expected.view(name)))
            .forEach(relations::add);
        triggers(live, expected)
            .filter(name -> !live.trigger(name).equals(expected.trigger(name)))
            .forEach(triggers::add);
      }
      note("were created by repeatable migrations that have changed since", relations, triggers);
      unknown.addAll(relations);
      unknownTriggers.addAll(triggers);
    }

    private void note(String why, Set<Name> relations, Set<Name> triggers) {
      List<Name> names = new ArrayList<>(relations);
      names.addAll(triggers);
      if (!names.isEmpty()) {
        notes.add(
            "Not compared, as they "
                + why
                + ": "
                + names.stream().sorted().map(Name::text).collect(Collectors.joining(", ")));
      }
    }

    private static String firstLine(FlywayException e) {
      return String.valueOf(e.getMessage())
          .lines()
          .filter(l -> !l.isBlank())
          .findFirst()
          .orElse("");
    }

    private static Stream<Name> relations(Catalog... catalogs) {
      return Arrays.stream(catalogs)
          .flatMap(
              catalog ->
                  Stream.concat(
                      catalog.tables().stream().map(Table::name),
                      catalog.views().stream().map(View::name)))
          .distinct();
    }

    private static Stream<Name> triggers(Catalog... catalogs) {
      return Arrays.stream(catalogs)
          .flatMap(catalog -> catalog.triggers().stream().map(Trigger::name))
          .distinct();
    }

    private static Object relation(Catalog catalog, Name name) {
      return catalog
          .table(name)
          .<Object>map(table -> table)
          .or(() -> catalog.view(name))
          .orElse("none");
    }
  }
}
