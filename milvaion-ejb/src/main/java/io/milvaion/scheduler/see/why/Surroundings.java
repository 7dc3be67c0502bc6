package io.milvaion.scheduler.see.why;

import io.milvaion.scheduler.ground.health.SystemHealth.Report;
import io.milvaion.scheduler.state.pause.Pause;
import io.milvaion.scheduler.state.stop.DispatchStop;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What holds for everything of one job type and group.
 *
 * @param now by PostgreSQL's clock
 * @param stop the emergency stop that lasts
 * @param pause what holds back the job
 * @param leader the node that led last, or null
 * @param leaderAlive whether that node was seen within 4 s
 * @param leaderSeenAt when it was last seen; null when its row is gone
 * @param workers live worker instances for the type and group that are not drained
 * @param drained those that are
 * @param freeSlots attempts that these may still start
 * @param workerSeenAt when such a worker was last seen, alive or not; null: none is known
 * @param queue name of the queue
 * @param waiting messages in it as last seen by this node; empty if it has not looked
 * @param maxQueued from how many messages on the queue is full
 * @param health the parts of this node
 */
record Surroundings(
        Instant now,
        Optional<DispatchStop> stop,
        Optional<Pause> pause,
        String leader,
        boolean leaderAlive,
        Instant leaderSeenAt,
        long workers,
        long drained,
        long freeSlots,
        Instant workerSeenAt,
        String queue,
        OptionalLong waiting,
        int maxQueued,
        Map<String, Report> health) {}
