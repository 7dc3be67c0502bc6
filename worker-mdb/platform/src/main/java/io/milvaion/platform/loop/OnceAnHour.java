package io.milvaion.platform.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** A step at the same minute of each hour. */
record OnceAnHour(Task task, int minute, Clock clock) implements Work {

    @Override
    public Duration step() throws Exception {
        task.run();
        return untilNext();
    }

    @Override
    public Duration restAfterFailure() {
        return untilNext();
    }

    @Override
    public void end() {
        task.end();
    }

    Duration untilNext() {
        var now = ZonedDateTime.now(clock);
        var next = now.truncatedTo(ChronoUnit.HOURS).plusMinutes(minute);
        return Duration.between(now, next.isAfter(now) ? next : next.plusHours(1));
    }
}
