package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.event.LiveEvent;

/** Makes the live events of leadership. */
final class LeaderEvents {

    private record LeaderFacts(String node, Long term, String reason) {}

    private LeaderEvents() {}

    /** A node has begun to lead. */
    static LiveEvent leads(String node, Term term) {
        return event(node, new LeaderFacts(node, term.number(), null));
    }

    /** A node has stopped leading, and no other leads yet. */
    static LiveEvent gone(String node, String reason) {
        return event(node, new LeaderFacts(null, null, reason));
    }

    private static LiveEvent event(String node, LeaderFacts facts) {
        return LiveEvent.system("leader.changed", node, facts);
    }
}
