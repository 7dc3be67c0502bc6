package io.milvaion.scheduler.state.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer of {@code pop.lua}.
 *
 * @param garbage members that nobody can read
 */
record Popped(Batch batch, List<String> garbage) {

    static Popped of(List<?> answer) {
        var jobs = new ArrayList<UUID>();
        var runs = new ArrayList<AttemptKey>();
        var garbage = new ArrayList<String>();
        for (Object each : answer.subList(3, answer.size())) {
            var member = (String) each;
            var job = Members.id(member);
            var run = AttemptKey.parse(member);
            job.ifPresent(jobs::add);
            run.ifPresent(runs::add);
            if (job.isEmpty() && run.isEmpty()) {
                garbage.add(member);
            }
        }
        long nextDue = number(answer.get(2));
        var batch =
                new Batch(
                        instantOfMicros(number(answer.get(0))),
                        number(answer.get(1)),
                        nextDue < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(nextDue)),
                        jobs,
                        runs);
        return new Popped(batch, garbage);
    }

    private static long number(Object text) {
        return Long.parseLong((String) text);
    }

    private static Instant instantOfMicros(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
