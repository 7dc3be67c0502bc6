package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.index.AttemptKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of occurrences that are wrong by themselves; one statement looks for all flaws at once. */
final class RowCheck implements Check {

    private static final int PAGE = 500;

    private final Duration longest;
    private final String find;

    private record Page(UUID last, Map<RowFlaw, List<UUID>> flawed) {}

    private record Looked(UUID id, List<RowFlaw> flaws) {

        static Looked of(Row row) throws SQLException {
            var flaws = new ArrayList<RowFlaw>();
            for (var flaw : RowFlaw.values()) {
                if (row.flag(flaw.name())) {
                    flaws.add(flaw);
                }
            }
            return new Looked(row.uuid("id"), flaws);
        }
    }

    /**
     * @param longest how long a run may wait for its retry
     */
    RowCheck(Duration longest) {
        this.longest = longest;
        this.find =
                """
                select o.id, %s
                  from %%s o
                 where o.id > :after and o.id < :end and (%s)
                 order by o.id limit :limit"""
                        .formatted(
                                each(", ", flaw -> " as " + flaw.name()), each(" or ", flaw -> ""));
    }

    @Override
    public void run(Pass pass) {
        for (var slice : pass.scan(Slices::open)) {
            for (UUID after = slice.from(); after != null; ) {
                UUID from = after;
                var page = pass.scan(connection -> find(connection, slice, from));
                page.flawed()
                        .forEach(
                                (flaw, ids) ->
                                        pass.repair(
                                                (connection, repaired) ->
                                                        correct(connection, flaw, ids, repaired)));
                after = page.last();
            }
        }
    }

    private Page find(Connection connection, Slices.Slice slice, UUID after) throws SQLException {
        var page =
                Sql.of(find.formatted(slice.table()))
                        .with("after", after)
                        .with("end", slice.end())
                        .with("limit", PAGE)
                        .list(connection, Looked::of);
        var flawed = new EnumMap<RowFlaw, List<UUID>>(RowFlaw.class);
        for (var run : page) {
            for (var flaw : run.flaws()) {
                flawed.computeIfAbsent(flaw, f -> new ArrayList<>()).add(run.id());
            }
        }
        return new Page(page.size() < PAGE ? null : page.get(page.size() - 1).id(), flawed);
    }

    private void correct(
            Connection connection, RowFlaw flaw, List<UUID> ids, Pass.Repaired repaired)
            throws SQLException {
        var wrong = lock(connection, flaw, ids);
        if (wrong.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        update occurrences o set %s
                         where o.id = any (?) and o.id between ? and ? and %s
                        returning o.id, o.job_id, o.state, o.attempt, o.available_at"""
                                .formatted(flaw.correction(), flaw.condition(longest)),
                        wrong)
                .ids(id -> id)
                .forEach(
                        connection,
                        row -> {
                            var id = row.uuid("id");
                            repaired.add(
                                    NewRepair.ofRun(
                                            flaw.kind(),
                                            row.uuid("job_id"),
                                            id,
                                            flaw.found(),
                                            flaw.done()));
                            if (row.integer("state") == OccurrenceState.QUEUED.code()) {
                                var at = row.instant("available_at");
                                repaired.register(
                                        new AttemptKey(id, row.integer("attempt")),
                                        at == null ? Instant.EPOCH : at);
                            }
                        });
    }

    private List<UUID> lock(Connection connection, RowFlaw flaw, List<UUID> ids)
            throws SQLException {
        return new Columns<>(
                        """
                        select o.id from occurrences o
                         where o.id = any (?) and o.id between ? and ? and %s
                         order by o.id for no key update"""
                                .formatted(flaw.condition(longest)),
                        ids)
                .ids(id -> id)
                .list(connection, row -> row.uuid("id"));
    }

    private String each(String joint, Function<RowFlaw, String> end) {
        return Stream.of(RowFlaw.values())
                .map(flaw -> "(" + flaw.condition(longest) + ")" + end.apply(flaw))
                .collect(Collectors.joining(joint));
    }
}
