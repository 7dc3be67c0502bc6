package io.milvaion.scheduler.see.attention;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.MissedRuns.MissedTotal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the records of the last day, and what nobody has cleared away, say. */
final class RecordTroubles {

    /** Dead letters are counted so far. */
    private static final int COUNTED = 10_000;

    /** What somebody has wished for: an edit, a deactivation. */
    private static final Set<MissedReason> WANTED =
            EnumSet.of(MissedReason.RESCHEDULED, MissedReason.DEACTIVATED, MissedReason.DELETED);

    private RecordTroubles() {}

    /** Messages that nobody could read or run and nobody has deleted. */
    static Optional<Troubles> deadLetters(Connection connection, Reach reach) throws SQLException {
        var letters =
                Sql.of(
                        """
                        select count(*) as letters, min(at) as oldest, max(at) as newest
                          from (select d.at from dead_letters d
                                 where %s order by d.id desc limit %d) d"""
                                .formatted(
                                        reach.condition(
                                                "(select o.job_id from occurrences o"
                                                        + " where o.id = d.occurrence_id)"),
                                        COUNTED + 1));
        return reach.bind(letters)
                .one(
                        connection,
                        row ->
                                row.number("letters") == 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                Troubles.of(
                                                        AttentionItem.of(
                                                                        AttentionCode.DEAD_LETTERS,
                                                                        AttentionSubject.CLUSTER,
                                                                        row.instant("oldest"),
                                                                        row.number("letters"),
                                                                        letters(
                                                                                row.number(
                                                                                        "letters")))
                                                                .with(
                                                                        "newestAt",
                                                                        row.instant("newest")))));
    }

    private static String letters(long count) {
        return count > COUNTED
                ? "More than " + COUNTED + " dead letters are there."
                : JobTroubles.times(count, "dead letter")
                        + (count == 1 ? " is" : " are")
                        + " there.";
    }

    /** Planned instants of the last 24 hours that did not run, or not in time. */
    static Stream<Troubles> missed(List<MissedTotal> totals) {
        var others = EnumSet.allOf(MissedReason.class);
        others.removeAll(WANTED);
        others.remove(MissedReason.OVERLAP);
        others.remove(MissedReason.LATE);
        return Stream.of(
                        missed(
                                AttentionCode.MISSED_RUNS,
                                totals,
                                others,
                                " missed in the last 24 hours."),
                        missed(
                                AttentionCode.LATE_RUNS,
                                totals,
                                EnumSet.of(MissedReason.LATE),
                                " late in the last 24 hours."),
                        missed(
                                AttentionCode.OVERLAPPED_RUNS,
                                totals,
                                EnumSet.of(MissedReason.OVERLAP),
                                " left out in the last 24 hours because another run was open."))
                .flatMap(Optional::stream);
    }

    private static Optional<Troubles> missed(
            AttentionCode code, List<MissedTotal> totals, Set<MissedReason> reasons, String text) {
        var those =
                totals.stream()
                        .filter(t -> t.reason() != null && reasons.contains(t.reason()))
                        .toList();
        long count = those.stream().mapToLong(MissedTotal::count).sum();
        if (count == 0) {
            return Optional.empty();
        }
        var item =
                AttentionItem.of(
                        code,
                        AttentionSubject.CLUSTER,
                        null,
                        count,
                        JobTroubles.times(count, "run") + (count == 1 ? " was" : " were") + text);
        for (var total : those) {
            item = item.with(Words.of(total.reason()), total.count());
        }
        return Optional.of(Troubles.of(item));
    }
}
