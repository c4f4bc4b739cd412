package io.kinrow.migrate.write;

import io.kinrow.migrate.compare.Difference;
import io.kinrow.migrate.plan.Plan;
import io.kinrow.migrate.prove.Proof;
import java.util.List;

/**
 * A migration and its undo, as they will be written to files.
 *
 * @param differences what they change, renames included
 * @param up the plan of the migration
 * @param migration its script; "" if nothing differs
 * @param undo the script that leads back
 * @param hints what may be meant otherwise, and what to know before the scripts run
 * @param proof what the scripts were proved on
 */
public record Pair(
    List<Difference> differences,
    Plan up,
    String migration,
    String undo,
    List<String> hints,
    Proof proof) {}
