package io.milvaion.scheduler.mend.recovery;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.tracking.Reported;
import io.milvaion.scheduler.state.claim.Claim;
import io.milvaion.scheduler.state.index.OpenMember;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One way through all open runs, page by page in the order of their scores. Runs younger than 30 s
 * are counted, not judged. Belongs to the sweep's thread.
 */
final class Walk {

    private static final int PAGE = 1_000;

    /** Younger runs, and retries that are overdue for less, are left to those who work on them. */
    static final Duration JUDGED_FROM = Duration.ofSeconds(30);

    private final RunIndex index;
    private final Evidence evidence;
    private final Remedies remedies;
    private final LostMessages messages;
    private final Instant markerSent;
    private final TermFence fence;
    private final Instant end;
    private Instant from = Instant.EPOCH;
    private int skip;

    /**
     * @param markerSent before which leases must have ended to prove anything
     * @param end the Redis clock now
     */
    Walk(
            RunIndex index,
            Evidence evidence,
            Remedies remedies,
            LostMessages messages,
            Instant markerSent,
            TermFence fence,
            Instant end) {
        this.index = index;
        this.evidence = evidence;
        this.remedies = remedies;
        this.messages = messages;
        this.markerSent = markerSent;
        this.fence = fence;
        this.end = end;
        messages.begin();
    }

    /** What one page asks for. */
    private static final class Page {
        private final List<UUID> closed = new ArrayList<>();
        private final List<OpenRow> overdue = new ArrayList<>();
        private final List<Reported> lost = new ArrayList<>();
        private final List<Reported> unreported = new ArrayList<>();
        private final HashSet<UUID> heldJobs = new HashSet<>();
    }

    /** Looks at the next page. Returns whether it was the last one. */
    boolean step() {
        var entries = index.open(from, skip, end, PAGE);
        if (!entries.isEmpty()) {
            var page = judge(entries);
            remedies.endAttempts(page.lost, fence);
            remedies.recordEnds(page.unreported, fence);
            remedies.remind(page.overdue, fence);
            remedies.release(page.heldJobs, fence);
            advance(entries);
            index.closed(page.closed);
            skip = Math.max(0, skip - atBorder(entries, page.closed));
        }
        return entries.size() < PAGE;
    }

    private Page judge(List<OpenMember> entries) {
        var rows = evidence.rows(entries.stream().map(OpenMember::occurrenceId).toList());
        var claims =
                evidence.claims(
                        rows.values().stream()
                                .filter(Walk::mayHaveClaim)
                                .map(OpenRow::key)
                                .toList());
        var pending =
                evidence.pending(
                        rows.values().stream().filter(r -> r.stage() == Stage.READY).toList());
        var page = new Page();
        for (var entry : entries) {
            var id = entry.occurrenceId();
            var finding =
                    Finding.of(
                            entry, rows.get(id), claims.get(id), pending.contains(id), markerSent);
            apply(page, finding, entry, rows, claims.get(id));
        }
        return page;
    }

    private void apply(
            Page page, Finding finding, OpenMember entry, Map<UUID, OpenRow> rows, Claim claim) {
        var row = rows.get(entry.occurrenceId());
        boolean old = !entry.since().isAfter(end.minus(JUDGED_FROM));
        if (finding == Finding.CLAIMED) {
            messages.claimed(row, entry.since());
        } else if (finding == Finding.UNCLAIMED) {
            messages.unclaimed(row, entry.since(), old);
        }
        if (!old) {
            return;
        }
        switch (finding) {
            case CLOSED -> page.closed.add(entry.occurrenceId());
            case OVERDUE -> page.overdue.add(row);
            case HELD -> page.heldJobs.add(row.jobId());
            case LOST_REPORT ->
                    page.unreported.add(
                            Reported.claimed(claim.instance(), claim.end().orElseThrow()));
            case LOST_ATTEMPT ->
                    page.lost.add(
                            Reported.lost(
                                    row.id(),
                                    row.attempt(),
                                    claim == null ? null : claim.instance()));
            case NOTHING, CLAIMED, UNCLAIMED -> {
                // nothing to do in this walk
            }
        }
    }

    private void advance(List<OpenMember> entries) {
        Instant last = entries.get(entries.size() - 1).since();
        int same = (int) entries.stream().filter(e -> e.since().equals(last)).count();
        skip = last.equals(from) ? skip + same : same;
        from = last;
    }

    /** Entries that are gone need not be skipped. */
    private int atBorder(List<OpenMember> entries, List<UUID> closed) {
        var gone = new HashSet<>(closed);
        return (int)
                entries.stream()
                        .filter(e -> e.since().equals(from) && gone.contains(e.occurrenceId()))
                        .count();
    }

    private static boolean mayHaveClaim(OpenRow row) {
        return row.state() == OccurrenceState.RUNNING || row.stage() == Stage.READY;
    }
}
