package io.milvaion.scheduler.ground.event;

import io.milvaion.contract.OccurrenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * One change, for pages that are open.
 *
 * @param type what happened, such as {@code job.created} or {@code occurrence.completed}
 * @param channels who wants to know: {@code jobs}, {@code job:<id>}, {@code occurrences}, {@code
 *     occurrence:<id>}, {@code logs:<occurrenceId>}, {@code system}, or {@code *} for everybody
 * @param id the subject, or null
 * @param data facts that are small and may be public to everybody who may see the subject
 */
public record LiveEvent(String type, List<String> channels, String id, Object data) {

    static final String OCCURRENCE = "occurrence.";
    static final String SKIPPED = OCCURRENCE + "skipped";
    private static final List<String> EVERYBODY = List.of("*");

    /** A log line in an event is cut here; the whole line is in the log. */
    private static final int LINE_LIMIT = 2_000;

    private record JobFacts(UUID id, String displayName) {}

    private record DisabledFacts(
            UUID id, String displayName, String reason, Instant enablesAgainAt) {}

    private record SkipFacts(
            UUID jobId, String jobName, Instant plannedAt, int count, String reason) {}

    private record MisfireFacts(
            UUID jobId,
            String jobName,
            String policy,
            Instant plannedAt,
            long lateMs,
            int skipped,
            UUID occurrenceId) {}

    private record LogFacts(
            UUID occurrenceId, int attempt, int seq, Instant at, String level, String message) {}

    private record RepairFacts(UUID jobId, UUID occurrenceId, String found, String done) {}

    private record LetterFacts(String queue, String reason, UUID occurrenceId) {}

    private record LeaderFacts(String node, Long term, String reason) {}

    private record SwitchFacts(String reason, String actor) {}

    public static LiveEvent jobCreated(UUID jobId, String displayName) {
        return job("job.created", jobId, displayName);
    }

    public static LiveEvent jobUpdated(UUID jobId, String displayName) {
        return job("job.updated", jobId, displayName);
    }

    public static LiveEvent jobDeleted(UUID jobId, String displayName) {
        return job("job.deleted", jobId, displayName);
    }

    /**
     * Failures have deactivated a job.
     *
     * @param enablesAgainAt null if it does not become active by itself
     */
    public static LiveEvent jobDisabled(
            UUID jobId, String displayName, String reason, Instant enablesAgainAt) {
        return new LiveEvent(
                "job.disabled",
                List.of("jobs", "job:" + jobId),
                jobId.toString(),
                new DisabledFacts(jobId, displayName, reason, enablesAgainAt));
    }

    /** The cooldown of a job that failures have deactivated is over. */
    public static LiveEvent jobEnabled(UUID jobId, String displayName) {
        return job("job.enabled", jobId, displayName);
    }

    /** An occurrence has come into the state it is in. */
    public static LiveEvent occurrence(OccurrenceSnapshot now) {
        return occurrence(OCCURRENCE + nameOf(now.state()), now);
    }

    /** An occurrence has made progress; its state is the same as before. */
    public static LiveEvent progress(OccurrenceSnapshot now) {
        return occurrence(OCCURRENCE + "progress", now);
    }

    /**
     * Planned instants of a job did not run.
     *
     * @param plannedAt the first of them
     * @param count how many
     */
    public static LiveEvent skipped(
            UUID jobId, String jobName, Instant plannedAt, int count, String reason) {
        return new LiveEvent(
                SKIPPED,
                List.of("occurrences", "job:" + jobId),
                jobId.toString(),
                new SkipFacts(jobId, jobName, plannedAt, count, reason));
    }

    /**
     * A job came later than the misfire threshold.
     *
     * @param policy the job's misfire policy
     * @param plannedAt its oldest instant that was due
     * @param late how late that one is
     * @param skipped how many instants will not run for this
     * @param occurrenceId the planned run that was dealt with, or null if none runs
     */
    public static LiveEvent misfire(
            UUID jobId,
            String jobName,
            String policy,
            Instant plannedAt,
            Duration late,
            int skipped,
            UUID occurrenceId) {
        return new LiveEvent(
                "job.misfired",
                List.of("jobs", "job:" + jobId),
                jobId.toString(),
                new MisfireFacts(
                        jobId, jobName, policy, plannedAt, late.toMillis(), skipped, occurrenceId));
    }

    /**
     * Entries in the list of failed occurrences have changed.
     *
     * @param what resolved or deleted
     */
    public static LiveEvent failuresChanged(String what, long count) {
        return new LiveEvent(
                "failures." + what, List.of("occurrences"), null, Map.of("count", count));
    }

    /**
     * A message that nobody could handle was stored.
     *
     * @param queue or null
     * @param occurrenceId or null
     */
    public static LiveEvent deadLetter(String queue, String reason, UUID occurrenceId) {
        return system("deadletter.stored", null, new LetterFacts(queue, cut(reason), occurrenceId));
    }

    /**
     * A replay was made, has come further or was stopped.
     *
     * @param replay as it is now
     */
    public static LiveEvent replayUpdated(UUID id, Object replay) {
        return system("replay.updated", id.toString(), replay);
    }

    /** A line was added to the log of an occurrence. */
    public static LiveEvent logLine(
            UUID occurrenceId, int attempt, int seq, Instant at, String level, String message) {
        return new LiveEvent(
                "log.line",
                List.of("logs:" + occurrenceId),
                occurrenceId.toString(),
                new LogFacts(occurrenceId, attempt, seq, at, level, cut(message)));
    }

    /**
     * A state that could not be was put right.
     *
     * @param kind what was wrong, in one word
     */
    public static LiveEvent repaired(
            String kind, UUID jobId, UUID occurrenceId, String found, String done) {
        return system("state.repaired", kind, new RepairFacts(jobId, occurrenceId, found, done));
    }

    /** A node has begun to lead. */
    public static LiveEvent leaderChanged(String node, long term) {
        return system("leader.changed", node, new LeaderFacts(node, term, null));
    }

    /** A node has stopped leading, and no other leads yet. */
    public static LiveEvent leaderGone(String node, String reason) {
        return system("leader.changed", node, new LeaderFacts(null, null, reason));
    }

    /** Somebody has stopped the dispatching of the cluster. */
    public static LiveEvent dispatchingStopped(String reason, String actor) {
        return system("dispatching.stopped", null, new SwitchFacts(reason, actor));
    }

    /**
     * Somebody has resumed it.
     *
     * @param reason or null
     */
    public static LiveEvent dispatchingResumed(String reason, String actor) {
        return system("dispatching.resumed", null, new SwitchFacts(reason, actor));
    }

    /** Instead of events that are not sent: read again what you show. */
    static LiveEvent summary(Map<String, Integer> counts) {
        return new LiveEvent("summary", EVERYBODY, null, Map.of("counts", counts));
    }

    /** No events come until the next summary. */
    static LiveEvent feedLost() {
        return new LiveEvent("feed.lost", EVERYBODY, null, null);
    }

    /** Whether a newer event of the same subject says all that this one says. */
    boolean isReplaceable() {
        return type.startsWith(OCCURRENCE) && !type.equals(SKIPPED);
    }

    private static LiveEvent job(String type, UUID jobId, String displayName) {
        return new LiveEvent(
                type,
                List.of("jobs", "job:" + jobId),
                jobId.toString(),
                new JobFacts(jobId, displayName));
    }

    private static LiveEvent occurrence(String type, OccurrenceSnapshot now) {
        return new LiveEvent(
                type,
                List.of("occurrences", "occurrence:" + now.id(), "job:" + now.jobId()),
                now.id().toString(),
                now);
    }

    private static LiveEvent system(String type, String id, Object data) {
        return new LiveEvent(type, List.of("system"), id, data);
    }

    private static String nameOf(OccurrenceState state) {
        return state == OccurrenceState.TIMED_OUT
                ? "timedOut"
                : state.name().toLowerCase(Locale.ROOT);
    }

    private static String cut(String message) {
        if (message.length() <= LINE_LIMIT) {
            return message;
        }
        int end = Character.isHighSurrogate(message.charAt(LINE_LIMIT - 1)) ? 1 : 0;
        return message.substring(0, LINE_LIMIT - end) + "…";
    }
}
