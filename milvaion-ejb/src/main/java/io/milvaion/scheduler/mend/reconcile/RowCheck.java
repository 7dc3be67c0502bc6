package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.index.AttemptKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of occurrences that are wrong by themselves; one statement looks for all flaws at once. */
final class RowCheck implements Check {

    private static final int PAGE = 500;

    private final Duration longest;
    private final String find;

    private record Page(UUID last, Map<RowFlaw, List<UUID>> flawed) {}

    /**
     * @param longest how long a run may wait for its retry
     */
    RowCheck(Duration longest) {
        this.longest = longest;
        this.find =
                """
                select o.id, %s
                  from %%s o
                 where o.id > ? and o.id < ? and (%s)
                 order by o.id limit ?"""
                        .formatted(each(" , "), each(" or "));
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
        var flawed = new EnumMap<RowFlaw, List<UUID>>(RowFlaw.class);
        int found = 0;
        UUID last = null;
        try (PreparedStatement statement =
                connection.prepareStatement(find.formatted(slice.table()))) {
            statement.setObject(1, after);
            statement.setObject(2, slice.end());
            statement.setInt(3, PAGE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    last = row.getObject(1, UUID.class);
                    found++;
                    int column = 2;
                    for (var flaw : RowFlaw.values()) {
                        if (row.getBoolean(column++)) {
                            flawed.computeIfAbsent(flaw, f -> new ArrayList<>()).add(last);
                        }
                    }
                }
            }
        }
        return new Page(found < PAGE ? null : last, flawed);
    }

    private void correct(
            Connection connection, RowFlaw flaw, List<UUID> ids, Pass.Repaired repaired)
            throws SQLException {
        var wrong = lock(connection, flaw, ids);
        if (wrong.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update occurrences o set %s
                         where o.id = any (?) and o.id between ? and ? and %s
                        returning o.id, o.job_id, o.state, o.attempt, o.available_at"""
                                .formatted(flaw.correction(), flaw.condition(longest)))) {
            new Columns<>(connection, statement, wrong).ids(id -> id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var id = row.getObject(1, UUID.class);
                    repaired.add(
                            NewRepair.ofRun(
                                    flaw.kind(),
                                    row.getObject(2, UUID.class),
                                    id,
                                    flaw.found(),
                                    flaw.done()));
                    if (row.getInt(3) == 0) {
                        var at = row.getObject(5, OffsetDateTime.class);
                        repaired.register(
                                new AttemptKey(id, row.getInt(4)),
                                at == null ? Instant.EPOCH : at.toInstant());
                    }
                }
            }
        }
    }

    private List<UUID> lock(Connection connection, RowFlaw flaw, List<UUID> ids)
            throws SQLException {
        var wrong = new ArrayList<UUID>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select o.id from occurrences o
                         where o.id = any (?) and o.id between ? and ? and %s
                         order by o.id for no key update"""
                                .formatted(flaw.condition(longest)))) {
            new Columns<>(connection, statement, ids).ids(id -> id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    wrong.add(row.getObject(1, UUID.class));
                }
            }
        }
        return wrong;
    }

    private String each(String joint) {
        return Stream.of(RowFlaw.values())
                .map(flaw -> "(" + flaw.condition(longest) + ")")
                .collect(Collectors.joining(joint));
    }
}
