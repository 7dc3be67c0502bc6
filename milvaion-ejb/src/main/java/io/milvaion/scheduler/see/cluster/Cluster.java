package io.milvaion.scheduler.see.cluster;

import io.milvaion.scheduler.see.overview.Overview.Leader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that belongs together.
 *
 * @param node that answered
 * @param lease of the leader, as that node has seen it in Redis half a second ago at most; null
 *     while there is none, or Redis does not answer
 * @param terms the last ones, the present one first
 * @param storage as of at most 10 s ago
 */
public record Cluster(
        Instant at,
        String node,
        List<ClusterNode> nodes,
        Leader leader,
        @Nullable Lease lease,
        List<LedTerm> terms,
        Storage storage) {

    /**
     * A lease in force.
     *
     * @param ageMs time since it was renewed
     * @param lengthMs after this long without renewal another node takes over
     */
    public record Lease(String node, long term, long ageMs, long lengthMs) {}

    /** What PostgreSQL keeps. */
    public record Storage(
            Instant at, String postgresqlVersion, List<TableSize> tables, DayPartitions days) {}
}
