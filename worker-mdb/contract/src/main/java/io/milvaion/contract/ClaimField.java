package io.milvaion.contract;

/** Fields of the hash at {@link RedisKeys#claim}. */
public final class ClaimField {

    /** Attempt number, from 1. */
    public static final String ATTEMPT = "attempt";

    /** Worker instance id. */
    public static final String INSTANCE = "instance";

    /** Random token of the worker process. */
    public static final String TOKEN = "token";

    /** One of {@link #RECEIVED}, {@link #RUNNING}, {@link #DONE}. */
    public static final String STATE = "state";

    /** When the claim ends unless renewed: epoch milliseconds of the Redis clock. */
    public static final String LEASE = "lease";

    /** How a done attempt has ended, see {@link ClaimEnd}; older workers do not write it. */
    public static final String END = "end";

    public static final String RECEIVED = "received";
    public static final String RUNNING = "running";
    public static final String DONE = "done";

    private ClaimField() {}
}
