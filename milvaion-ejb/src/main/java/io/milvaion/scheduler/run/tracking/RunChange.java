package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.job.autodisable.Ending;
import io.milvaion.scheduler.state.ending.FailedRun;
import io.milvaion.scheduler.state.ending.FailureCause;
import io.milvaion.scheduler.state.ending.RunCounters;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.tally.RunFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/** What the reports of one batch make of one occurrence. Belongs to one transaction. */
final class RunChange {

    private final ReportedRun run;
    private final List<Reported> attempts = new ArrayList<>();
    private final RetrySettings settings;
    private Standing standing;
    private Reported last;
    private boolean stopsMessage;
    private Duration delay;
    private final List<OccurrenceJournal.Line> decisions = new ArrayList<>();
    private int late;
    private Instant firstStart;

    RunChange(ReportedRun run, RetrySettings settings) {
        this.run = run;
        this.settings = settings;
        this.standing = run.standing();
    }

    /**
     * Applies the next report.
     *
     * @param recorded states of attempts as stored, updated with what this report records
     */
    void apply(Reported reported, Map<Integer, OccurrenceState> recorded, DoubleSupplier random) {
        var verdict =
                Verdict.of(
                        standing,
                        reported,
                        recorded.get(reported.attempt()),
                        run.rules(),
                        settings);
        if (!verdict.changes() && isLate(reported)) {
            late++;
            if (verdict.storesAttempt()) {
                decisions.add(
                        OccurrenceJournal.Line.info(
                                id(),
                                "A late report says that "
                                        + nameOf(reported)
                                        + "; it changes nothing any more"));
            }
        }
        if (verdict.storesAttempt()) {
            attempts.add(reported);
            recorded.put(reported.attempt(), reported.state());
        }
        stopsMessage |= verdict.stopsMessage();
        if (verdict.changes()) {
            change(verdict, reported, random);
        }
    }

    private void change(Verdict verdict, Reported reported, DoubleSupplier random) {
        if (standing.state() == OccurrenceState.QUEUED
                && standing.attempt() == 1
                && reported.attempt() == 1) {
            firstStart = reported.report().startedAt();
        }
        var awaited = reported.attempt() == standing.attempt() ? standing.abandoned() : null;
        standing = verdict.standing();
        last = awaited == null ? reported : awaited.endedBy(reported);
        if (standing.stage() == Stage.BACKOFF) {
            delay =
                    settings.backoff(
                            reported.attempt(),
                            run.rules().baseSeconds(reported, settings),
                            random.getAsDouble());
        }
        if (reported.source() == Reported.Source.CLAIM) {
            decisions.add(
                    OccurrenceJournal.Line.warn(
                            id(),
                            "A report was lost: the claim says that "
                                    + nameOf(reported)
                                    + "; its result, its error and the end of its log may be"
                                    + " missing"));
        }
        if (awaited != null) {
            decisions.add(Abandonment.over(reported, whatFollows()));
        } else if (verdict.storesAttempt() || retries()) {
            decide(reported);
        }
        if (awaited == null && run.rules().waitsForAbandoned() && Abandonment.isUntold(reported)) {
            decisions.add(Abandonment.untold(reported));
        }
    }

    /** Notes what follows from the end of an attempt, where one may wonder. */
    private void decide(Reported reported) {
        if (standing.abandoned() != null) {
            decisions.add(Abandonment.begun(reported, nameOf(reported)));
        } else if (reported.state() == OccurrenceState.UNKNOWN) {
            decisions.add(OccurrenceJournal.Line.warn(id(), lossOf(reported.attempt())));
        } else if (reported.poison()) {
            decisions.add(
                    OccurrenceJournal.Line.warn(
                            id(),
                            "No worker can read its message; the run ends as failed: "
                                    + reported.report().error()));
        } else if (retries()) {
            decisions.add(
                    OccurrenceJournal.Line.info(id(), nameOf(reported) + "; " + nextAttempt()));
        } else if (run.standing().isFinal() || reported.attempt() < run.standing().attempt()) {
            decisions.add(
                    OccurrenceJournal.Line.info(
                            id(),
                            "A late report says that "
                                    + nameOf(reported)
                                    + "; that is the end of the run"));
        } else if (reported.state() == OccurrenceState.FAILED
                || reported.state() == OccurrenceState.TIMED_OUT) {
            decisions.add(
                    OccurrenceJournal.Line.info(
                            id(),
                            nameOf(reported)
                                    + "; no further attempt: "
                                    + run.rules().whyNoRetry(reported)));
        }
    }

    /**
     * Whether the run has gone on since, otherwise than by this report itself, which may repeat.
     */
    private boolean isLate(Reported reported) {
        return reported.attempt() < standing.attempt()
                || (standing.isFinal() && reported.state() != standing.state());
    }

    private static String nameOf(Reported reported) {
        var state = reported.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "attempt "
                + reported.attempt()
                + " has ended as "
                + state
                + (reported.instanceId() == null ? "" : " on " + reported.instanceId());
    }

    private String nextAttempt() {
        return "attempt " + standing.attempt() + " follows in " + delay.toSeconds() + " s";
    }

    /** Lines for the log of the run. */
    List<OccurrenceJournal.Line> decisions() {
        return decisions;
    }

    /** How many reports came too late to change anything. */
    int late() {
        return late;
    }

    ReportedRun run() {
        return run;
    }

    UUID id() {
        return run.id();
    }

    Standing standing() {
        return standing;
    }

    /** Reports that become the record of their attempts. */
    List<Reported> attempts() {
        return attempts;
    }

    /** The report that the row shows now; null if the row does not change. */
    Reported last() {
        return last;
    }

    boolean isChanged() {
        return last != null;
    }

    /** Whether an open run has ended. */
    boolean ends() {
        return standing.isFinal() && !run.standing().isFinal();
    }

    /** Whether a late result has replaced Unknown. */
    boolean replaces() {
        return isChanged() && run.standing().isFinal();
    }

    /**
     * What is counted of it.
     *
     * @param endedAt null unless it is final
     */
    List<RunFact> facts(Instant endedAt) {
        var facts = new ArrayList<RunFact>();
        var state = standing.state();
        if (firstStart != null) {
            facts.add(RunFact.started(run.jobId(), run.jobType(), run.plannedAt(), firstStart));
        }
        if (state.isFinal()) {
            facts.add(RunFact.ended(run.jobId(), run.jobType(), state, endedAt, durationMs()));
        }
        if (replaces()) {
            var before = run.standing().state();
            facts.add(RunFact.replaced(run.jobId(), run.jobType(), before, run.endedAt()));
        }
        return facts;
    }

    /** The end that a late result has replaced; only if one {@link #replaces} it. */
    RunCounters.End replaced() {
        return new RunCounters.End(run.endedAt(), run.standing().state());
    }

    /**
     * How it counts for its job; only if the occurrence is final.
     *
     * @param at when it ended
     */
    Ending ending(Instant at) {
        return new Ending(
                run.jobId(), run.limits(), at, standing.state(), replaces(), last.report().error());
    }

    /** Of the attempt, in milliseconds; null while its job goes on, or if nobody has told it. */
    Long durationMs() {
        return standing.abandoned() == null ? last.report().durationMs() : null;
    }

    /** Whether a queued run has been started. */
    boolean starts() {
        return run.standing().state() == OccurrenceState.QUEUED && isChanged();
    }

    /** Whether a run that goes on has told more about itself. */
    boolean onlyProgress() {
        return standing.state() == OccurrenceState.RUNNING
                && run.standing().state() == OccurrenceState.RUNNING
                && standing.attempt() == run.standing().attempt();
    }

    /** Whether a run has come to an end that is not Completed. */
    boolean fails() {
        return isChanged() && standing.isFinal() && standing.state() != OccurrenceState.COMPLETED;
    }

    /** Why the run has ended; only if it {@link #fails}. */
    FailureCause cause() {
        if (standing.state() == OccurrenceState.FAILED) {
            if (last.poison()) {
                return FailureCause.POISON;
            }
            if (last.state() == OccurrenceState.UNKNOWN) {
                return FailureCause.WORKER_LOST;
            }
            if (last.report().permanent()) {
                return FailureCause.PERMANENT;
            }
            if (run.rules().stopped(last, settings)) {
                return FailureCause.STOPPED;
            }
        }
        return FailureCause.of(standing.state());
    }

    /**
     * How it is listed; only if it {@link #fails}.
     *
     * @param at when it ended
     */
    FailedRun failed(Instant at) {
        return new FailedRun(
                id(),
                run.jobId(),
                run.jobType(),
                standing.state(),
                cause(),
                standing.attempt(),
                at,
                last.report().errorType(),
                last.report().error());
    }

    boolean retries() {
        return isChanged() && standing.stage() == Stage.BACKOFF;
    }

    /** How long the next attempt waits; only if there is one. */
    Duration delay() {
        return delay;
    }

    /** Says what follows from the loss of an attempt. */
    private String lossOf(int attempt) {
        var lost =
                "Attempt "
                        + attempt
                        + " counts as lost: nobody holds its claim"
                        + (last.instanceId() == null ? "" : ", last held by " + last.instanceId());
        return lost + "; " + whatFollows();
    }

    private String whatFollows() {
        return retries()
                ? nextAttempt()
                : "the run ends as "
                        + standing.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean stopsMessage() {
        return stopsMessage;
    }
}
