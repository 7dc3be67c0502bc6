package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.WorkerStatistics;
import io.milvaion.worker.runtime.verify.Doubts;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Claims runs whose messages arrive, starts those that have a slot, gives back the others. With a
 * slot a claim and a start are one call, so a run without a slot waits a little for one before it
 * is claimed: most short runs need one call less.
 */
final class Intake {

    /** Soon enough for the scheduler, which misses a claim after 30 s. */
    private static final long CLAIM_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Deque<Lane> lanes; // the first is served first; they take turns
    private final Runs runs;
    private final Strangers strangers;
    private final PendingCalls calls;
    private final RunExecutor executor;
    private final Refusal refusal;
    private final Doubts doubts;
    private final Inbox inbox;
    private final WorkerStatistics statistics;

    Intake(
            Collection<Lane> lanes,
            Runs runs,
            Strangers strangers,
            PendingCalls calls,
            RunExecutor executor,
            Refusal refusal,
            Doubts doubts,
            Inbox inbox,
            WorkerStatistics statistics) {
        this.lanes = new ArrayDeque<>(lanes);
        this.runs = runs;
        this.strangers = strangers;
        this.calls = calls;
        this.executor = executor;
        this.refusal = refusal;
        this.doubts = doubts;
        this.inbox = inbox;
        this.statistics = statistics;
    }

    void arrived(Arrival arrival) {
        arrival.run().lane().unclaimed().addLast(arrival);
    }

    boolean hasUnclaimed() {
        return lanes.stream().anyMatch(lane -> !lane.unclaimed().isEmpty());
    }

    /** Whether a run waits although it could start: an answer has set a slot free. */
    boolean due() {
        return !refusal.stands()
                && lanes.stream()
                        .filter(lane -> lane.slots().free())
                        .anyMatch(lane -> !lane.waiting().isEmpty() || !lane.unclaimed().isEmpty());
    }

    /** Plans the calls of this pass: starts first, since those messages came first. */
    void plan() {
        lanes.addLast(lanes.removeFirst());
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
            var run = lane.waiting().removeFirst();
            calls.add(ClaimCall.start(run), reply -> startAnswered(run, reply));
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
            claim(next, start);
        }
    }

    private boolean takeSlot(Lane lane) {
        return !refusal.stands() && lane.slots().tryTake();
    }

    private void claim(Arrival arrival, boolean start) {
        var run = arrival.run();
        if (settledWithHeld(run) || strangers.take(run)) {
            releaseIf(start, run);
        } else if (run.lane().paused()) {
            run.receipts().forEach(Receipt::giveBack);
            statistics.countReturned();
        } else {
            calls.addWithGeneration(
                    generation ->
                            ClaimCall.claim(
                                    run.message(),
                                    start,
                                    arrival.redelivered(),
                                    generation,
                                    arrival.doubtSettled()),
                    reply -> claimAnswered(arrival, start, reply));
        }
    }

    private static void releaseIf(boolean slotTaken, Run run) {
        if (slotTaken) {
            run.lane().slots().release();
        }
    }

    private void claimAnswered(Arrival arrival, boolean slotTaken, ClaimReply reply) {
        var run = arrival.run();
        boolean granted =
                reply.outcome() == ClaimOutcome.GRANTED || reply.outcome() == ClaimOutcome.SETTLE;
        boolean held = settledWithHeld(run);
        if (granted && !held && slotTaken && reply.running()) {
            hold(run);
            executor.execute(run);
            return;
        }
        releaseIf(slotTaken, run);
        if (held) {
            return;
        }
        switch (reply.outcome()) {
            case GRANTED, SETTLE -> {
                hold(run);
                run.lane().waiting().addLast(run);
            }
            case DOUBT -> ask(arrival);
            case CANCELLED -> cancel(run);
            default -> run.settle(); // somebody else has it or had it
        }
    }

    /** The delivery stays as it is until the scheduler has answered. */
    private void ask(Arrival arrival) {
        statistics.countDoubt();
        var key = arrival.run().key();
        doubts.ask(
                key.occurrenceId(),
                key.attempt(),
                run -> inbox.post(() -> doubtSettled(arrival, run)));
    }

    private void doubtSettled(Arrival arrival, boolean run) {
        if (run) {
            arrived(arrival.withDoubtSettled());
        } else {
            arrival.run().settle();
        }
    }

    /** A message about a run that is here already is settled together with it. */
    private boolean settledWithHeld(Run run) {
        var held = runs.find(run.key());
        if (held == null) {
            return false;
        }
        held.receipts().addAll(run.receipts());
        return true;
    }

    private void hold(Run run) {
        run.claimGranted();
        runs.add(run);
        statistics.countClaimed();
    }

    private void startAnswered(Run run, ClaimReply reply) {
        if (reply.outcome() == ClaimOutcome.GRANTED) {
            executor.execute(run);
            return;
        }
        run.lane().slots().release();
        switch (reply.outcome()) {
            case CANCELLED -> cancel(run);
            case MISSING -> { // as if its message had come back: the claim must be taken anew
                runs.remove(run);
                arrived(new Arrival(run, true));
            }
            default -> { // another worker has taken it over
                runs.remove(run);
                run.settle();
            }
        }
    }

    private void cancel(Run run) {
        runs.add(run);
        executor.cancel(run);
    }

    private void giveBack(Run run) {
        calls.add(
                ClaimCall.drop(run),
                reply -> {
                    runs.remove(run);
                    run.receipts().forEach(Receipt::giveBack);
                    statistics.countReturned();
                });
    }
}
