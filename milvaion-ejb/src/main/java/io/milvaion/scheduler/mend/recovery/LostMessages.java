package io.milvaion.scheduler.mend.recovery;

import io.milvaion.scheduler.state.publish.QueueDepth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tells which messages of one walk are lost, by the rules of the package documentation. Between
 * walks it remembers since when runs have been overtaken. Belongs to the sweep's thread.
 */
final class LostMessages {

    private static final Duration SILENT_FOR = Duration.ofSeconds(30);
    private static final Duration OVERTAKEN_BY = Duration.ofSeconds(60);
    private static final int MAX_OVERTAKEN = 500;

    /** An unclaimed run and when it was published. */
    record Suspect(OpenRow row, Instant published) {}

    private static final class Queue {
        private final List<Suspect> suspects = new ArrayList<>();
        private long ready;
        private long claimed;
        private Instant lastClaimed = Instant.MIN;
    }

    private final Map<String, Queue> queues = new HashMap<>();
    private final Map<UUID, Instant> overtakenSince = new HashMap<>();

    /** Begins a walk. */
    void begin() {
        queues.clear();
    }

    /** Notes a run whose message somebody has received. */
    void claimed(OpenRow row, Instant published) {
        var queue = queue(row);
        if (row.stage() != null) {
            queue.ready++;
            queue.claimed++;
        }
        if (published.isAfter(queue.lastClaimed)) {
            queue.lastClaimed = published;
        }
    }

    /**
     * Notes a READY run without a claim.
     *
     * @param old whether it may be judged in this walk
     */
    void unclaimed(OpenRow row, Instant published, boolean old) {
        var queue = queue(row);
        queue.ready++;
        if (old) {
            queue.suspects.add(new Suspect(row, published));
        }
    }

    /** Ends a walk: the runs whose messages are lost, oldest first within a queue. */
    List<OpenRow> find(Function<String, QueueDepth> depths, Instant now) {
        var lost = new ArrayList<OpenRow>();
        var overtaken = new HashSet<UUID>();
        queues.forEach(
                (name, queue) -> {
                    var depth = depths.apply(name);
                    if (!queue.suspects.isEmpty() && depth.fewest().isPresent()) {
                        long room = queue.ready - depth.fewest().getAsLong() - queue.claimed;
                        lost.addAll(find(queue, depth, room, now, overtaken));
                    }
                });
        overtakenSince.keySet().retainAll(overtaken);
        return lost;
    }

    private List<OpenRow> find(
            Queue queue, QueueDepth depth, long room, Instant now, Set<UUID> overtaken) {
        var lost = new ArrayList<OpenRow>();
        int byOvertaking = 0;
        queue.suspects.sort(Comparator.comparing(Suspect::published));
        for (var suspect : queue.suspects) {
            boolean mayBeTaken = lost.size() < room;
            if (depth.wasEmptyBetween(suspect.published(), now.minus(SILENT_FOR))) {
                if (mayBeTaken) {
                    lost.add(suspect.row());
                }
            } else if (isOvertaken(suspect, queue, now, overtaken)
                    && mayBeTaken
                    && byOvertaking < MAX_OVERTAKEN) {
                lost.add(suspect.row());
                byOvertaking++;
            }
        }
        return lost;
    }

    private boolean isOvertaken(Suspect suspect, Queue queue, Instant now, Set<UUID> overtaken) {
        if (queue.lastClaimed.isBefore(suspect.published().plus(OVERTAKEN_BY))) {
            return false;
        }
        var id = suspect.row().id();
        overtaken.add(id);
        var since = overtakenSince.computeIfAbsent(id, run -> now);
        return !since.plus(SILENT_FOR).isAfter(now);
    }

    private Queue queue(OpenRow row) {
        return queues.computeIfAbsent(row.queue(), name -> new Queue());
    }
}
