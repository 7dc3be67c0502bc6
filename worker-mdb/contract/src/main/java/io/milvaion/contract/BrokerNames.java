package io.milvaion.contract;

import java.util.UUID;

/** Names of exchanges, queues and routing keys. */
public final class BrokerNames {

    /** Durable topic exchange that carries job messages. */
    public static final String JOB_EXCHANGE = "milvaion.jobs";

    /** Durable fanout exchange for poison and rejected messages. */
    public static final String DEAD_LETTER_EXCHANGE = "milvaion.dlx";

    /** The one queue bound to {@link #DEAD_LETTER_EXCHANGE}. */
    public static final String DEAD_LETTER_QUEUE = "milvaion.dlq";

    /** Header of a dead-lettered message: why it could not be handled, in one sentence. */
    public static final String REASON_HEADER = "x-milvaion-reason";

    /** Header of a dead-lettered message: the routing key that it had. */
    public static final String ROUTING_KEY_HEADER = "x-milvaion-routing-key";

    // Report queues: durable, on the default exchange, declared without arguments by whoever is
    // first.
    public static final String STATUS_QUEUE = "milvaion.status";
    public static final String LOG_QUEUE = "milvaion.logs";
    public static final String REGISTRATION_QUEUE = "milvaion.registration";
    public static final String HEARTBEAT_QUEUE = "milvaion.heartbeat";

    /** Where workers ask whether a doubtful message is still about a run to start. */
    public static final String VERIFY_QUEUE = "milvaion.verify";

    private BrokerNames() {}

    /**
     * The queue of a job type.
     *
     * @param group the worker group that jobs are pinned to, or null for workers of any group
     */
    public static String jobQueue(String group, String jobType) {
        return "jobs." + prefix(group) + jobType + ".wildcard";
    }

    /** The binding of {@link #jobQueue} to {@link #JOB_EXCHANGE}. */
    public static String jobBinding(String group, String jobType) {
        return prefix(group) + jobType + ".*";
    }

    /** The routing key of one run. */
    public static String routingKey(String group, String jobType, UUID occurrenceId) {
        return prefix(group) + jobType + "." + occurrenceId;
    }

    private static String prefix(String group) {
        return group == null ? "" : group + ".";
    }
}
