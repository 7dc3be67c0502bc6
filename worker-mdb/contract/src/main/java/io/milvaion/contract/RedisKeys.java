package io.milvaion.contract;

import java.util.UUID;

/**
 * Keys and channels in Redis. Braces are literal: they are hash tags, so that a script touches keys
 * of one slot only.
 *
 * @param prefix what every key and channel starts with
 */
public record RedisKeys(String prefix) {

    public static final String DEFAULT_PREFIX = "Milvaion:JobScheduler:";

    /** ZSET: member job id, score epoch milliseconds of its next planned run. */
    public String schedule() {
        return prefix + "schedule:{0}";
    }

    /** ZSET: member {@code <occurrenceId>:<attempt>}, score epoch milliseconds when to look. */
    public String ready() {
        return prefix + "ready:{0}";
    }

    /** ZSET: every run that is not final, score epoch milliseconds of the last publish or hold. */
    public String open() {
        return prefix + "open:{0}";
    }

    /** ZSET: members of schedule and ready in a batch, score lease deadline in microseconds. */
    public String dispatching() {
        return prefix + "dispatching:{0}";
    }

    /** STRING: node id and term of the leading node. */
    public String leader() {
        return prefix + "leader:{0}";
    }

    /** STRING: the last mark that a leader has set here and in PostgreSQL: term, number, time. */
    public String mark() {
        return prefix + "mark:{0}";
    }

    /**
     * STRING: a random value and the run id of every Redis primary; another one means data loss.
     */
    public String generation() {
        return prefix + "generation:{0}";
    }

    /** STRING: the generation that the index was last rebuilt in; another one: it is not whole. */
    public String rebuilt() {
        return prefix + "rebuilt:{0}";
    }

    /** HASH, see {@link ClaimField}: which worker process holds a run. */
    public String claim(UUID occurrenceId) {
        return prefix + "claim:{" + occurrenceId + "}";
    }

    /** STRING: the reason why a run must not start or go on. */
    public String cancel(UUID occurrenceId) {
        return prefix + "cancel:{" + occurrenceId + "}";
    }

    /** STRING: the last marker in the status queue that a tracker has committed past. */
    public String marker() {
        return prefix + "marker:{0}";
    }

    /** STRING with a time to live: written to see that Redis takes data. */
    public String probe() {
        return prefix + "probe:{0}";
    }

    /** STRING with a time to live: a worker instance is alive. */
    public String worker(String instanceId) {
        return prefix + "worker:" + instanceId;
    }

    /** HASH, see {@link DrainField}: which workers are to take no new runs. */
    public String drains() {
        return prefix + "drains:{0}";
    }

    /** Channel: there may be something due earlier than the leader thinks. */
    public String wakeupChannel() {
        return prefix + "wakeup";
    }

    /** Channel: body is the id of an occurrence that was just asked to stop. */
    public String cancellationChannel() {
        return prefix + "cancellation_channel";
    }

    /** Channel: live events between nodes. */
    public String eventsChannel() {
        return prefix + "events";
    }
}
