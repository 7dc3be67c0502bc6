package io.milvaion.scheduler.run.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives jobs that are behind several instants in one batch: one of each job in turn, so that the
 * instants of a job stay in order and no job waits for the many of another.
 *
 * @param now as the batch was popped
 * @param threshold an instant that is later than this has been missed
 * @param most how many instants the batch takes
 * @param rates types that start one run at a time
 */
record CatchUp(Instant now, Duration threshold, int most, StartRates rates) {

    /** Job data of further instants at most, in characters: each takes that of its job along. */
    private static final long MOST_DATA = 8L << 20;

    /**
     * Adds what is due beyond the first instants.
     *
     * @param first one for each job
     */
    List<PlannedRun> after(List<PlannedRun> first) {
        var all = new ArrayList<PlannedRun>();
        int room = most - first.size();
        long dataRoom = MOST_DATA;
        for (var latest = first; !latest.isEmpty(); ) {
            var further = new ArrayList<PlannedRun>();
            for (var run : latest) {
                dataRoom -= run.job().dataLength();
                if (run.isBehind(now)
                        && !rates.limits(run.job())
                        && further.size() < room
                        && dataRoom >= 0) {
                    all.add(run.followed());
                    further.add(run.following(now, threshold));
                } else {
                    all.add(run);
                }
            }
            room -= further.size();
            latest = further;
        }
        return all;
    }
}
