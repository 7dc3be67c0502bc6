package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.attempt.Attempt;
import io.milvaion.worker.runtime.attempt.AttemptExecutor;
import io.milvaion.worker.runtime.attempt.HeldAttempts;
import io.milvaion.worker.runtime.claim.ClaimCall;
import io.milvaion.worker.runtime.claim.ClaimOutcome;
import io.milvaion.worker.runtime.claim.ClaimReply;
import io.milvaion.worker.runtime.claim.PendingCalls;
import io.milvaion.worker.runtime.verify.Doubts;
import java.util.concurrent.TimeUnit;

/**
 * Claims attempts whose messages arrive, starts those that have a slot, gives back the others. With
 * a slot a claim and a start are one call, so an attempt without a slot waits a little for one
 * before it is claimed: most short ones need one call less. Loop thread only.
 */
final class Intake {

    /** Soon enough for the scheduler, which misses a claim after 30 s. */
    private static final long CLAIM_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Lanes lanes;
    private final StoredEnds storedEnds;
    private final PendingCalls calls;
    private final Backpressure backpressure;
    private final Inbox inbox;
    private final HeldAttempts held;
    private final AttemptExecutor executor;
    private final Doubts doubts;
    private final WorkerStatistics statistics;

    Intake(
            Lanes lanes,
            StoredEnds storedEnds,
            PendingCalls calls,
            Backpressure backpressure,
            Inbox inbox,
            SharedParts shared,
            WorkerStatistics statistics) {
        this.lanes = lanes;
        this.storedEnds = storedEnds;
        this.calls = calls;
        this.backpressure = backpressure;
        this.inbox = inbox;
        this.held = shared.held();
        this.executor = shared.executor();
        this.doubts = shared.doubts();
        this.statistics = statistics;
    }

    /** Whether an attempt waits although it could start: an answer has set a slot free. */
    boolean due() {
        return !backpressure.applies() && lanes.canStart();
    }

    /** Plans the calls of this pass: starts first, since those messages came first. */
    void plan() {
        lanes.rotate();
        int waiting = 0;
        for (Lane lane : lanes) {
            if (lane.paused()) {
                lane.waiting().forEach(this::giveBack);
                lane.waiting().clear();
            }
            startWaiting(lane);
            claimUnclaimed(lane);
            waiting += lane.waiting().size() + lane.unclaimed().size();
        }
        statistics.showWaitingRuns(waiting);
    }

    private void startWaiting(Lane lane) {
        while (!lane.waiting().isEmpty() && takeSlot(lane)) {
            var attempt = lane.waiting().removeFirst();
            calls.add(ClaimCall.start(attempt.key()), reply -> startAnswered(lane, attempt, reply));
        }
    }

    private void claimUnclaimed(Lane lane) {
        long overdue = System.nanoTime() - CLAIM_WITHIN_NANOS;
        for (var next = lane.unclaimed().peek(); next != null; next = lane.unclaimed().peek()) {
            boolean start = !lane.paused() && lane.waiting().isEmpty() && takeSlot(lane);
            if (!start && !lane.paused() && next.cameNanos() - overdue > 0) {
                return;
            }
            lane.unclaimed().remove();
            claim(lane, next, start);
        }
    }

    private boolean takeSlot(Lane lane) {
        return !backpressure.applies() && lane.slots().tryTake();
    }

    private void claim(Lane lane, Arrival arrival, boolean start) {
        var attempt = arrival.attempt();
        if (joinsHeld(attempt) || storedEnds.take(attempt)) {
            releaseIf(start, lane);
        } else if (lane.paused()) {
            attempt.giveBack();
            statistics.countReturned();
        } else {
            calls.addWithGeneration(
                    generation ->
                            ClaimCall.claim(
                                    attempt.message(),
                                    start,
                                    arrival.redelivered(),
                                    generation,
                                    arrival.doubtSettled()),
                    reply -> claimAnswered(lane, arrival, start, reply));
        }
    }

    private static void releaseIf(boolean slotTaken, Lane lane) {
        if (slotTaken) {
            lane.slots().release();
        }
    }

    private void claimAnswered(Lane lane, Arrival arrival, boolean slotTaken, ClaimReply reply) {
        var attempt = arrival.attempt();
        boolean granted =
                reply.outcome() == ClaimOutcome.GRANTED || reply.outcome() == ClaimOutcome.SETTLE;
        boolean joined = joinsHeld(attempt);
        if (granted && !joined && slotTaken && reply.running()) {
            hold(attempt);
            execute(lane, attempt);
            return;
        }
        releaseIf(slotTaken, lane);
        if (joined) {
            return;
        }
        switch (reply.outcome()) {
            case GRANTED, SETTLE -> {
                hold(attempt);
                lane.waiting().addLast(attempt);
            }
            case DOUBT -> ask(lane, arrival);
            case CANCELLED -> cancel(attempt);
            default -> attempt.settle(); // somebody else has it or had it
        }
    }

    /** The delivery stays as it is until the scheduler has answered. */
    private void ask(Lane lane, Arrival arrival) {
        statistics.countDoubt();
        var key = arrival.attempt().key();
        doubts.ask(
                key.occurrenceId(),
                key.attempt(),
                run -> inbox.post(() -> doubtSettled(lane, arrival, run)));
    }

    private static void doubtSettled(Lane lane, Arrival arrival, boolean run) {
        if (run) {
            lane.unclaimed().addLast(arrival.withDoubtSettled());
        } else {
            arrival.attempt().settle();
        }
    }

    /** A message about an attempt that is here already is settled together with it. */
    private boolean joinsHeld(Attempt copy) {
        var first = held.find(copy.key());
        if (first == null) {
            return false;
        }
        first.join(copy);
        return true;
    }

    private void hold(Attempt attempt) {
        attempt.claimGranted();
        held.add(attempt);
        statistics.countClaimed();
    }

    private void execute(Lane lane, Attempt attempt) {
        executor.execute(attempt, () -> inbox.post(() -> lane.returned(attempt)));
    }

    private void startAnswered(Lane lane, Attempt attempt, ClaimReply reply) {
        if (reply.outcome() == ClaimOutcome.GRANTED) {
            execute(lane, attempt);
            return;
        }
        lane.slots().release();
        switch (reply.outcome()) {
            case CANCELLED -> cancel(attempt);
            case MISSING -> { // as if its message had come back: the claim must be taken anew
                held.remove(attempt);
                lane.unclaimed().addLast(new Arrival(attempt, true));
            }
            default -> { // another worker has taken it over
                held.remove(attempt);
                attempt.settle();
            }
        }
    }

    private void cancel(Attempt attempt) {
        held.add(attempt);
        executor.cancel(attempt);
    }

    private void giveBack(Attempt attempt) {
        calls.add(
                ClaimCall.drop(attempt.key()),
                reply -> {
                    held.remove(attempt);
                    attempt.giveBack();
                    statistics.countReturned();
                });
    }
}
