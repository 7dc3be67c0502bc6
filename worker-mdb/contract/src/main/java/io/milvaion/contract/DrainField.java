package io.milvaion.contract;

/**
 * Fields of the hash {@link RedisKeys#drains}. The value of an order is when it ends by itself:
 * epoch milliseconds, 0 if nobody knows.
 */
public final class DrainField {

    /** When the scheduler has read what it wrote: epoch microseconds of PostgreSQL's clock. */
    public static final String WRITTEN = "written";

    private DrainField() {}

    public static String instance(String instanceId) {
        return "instance:" + instanceId;
    }

    public static String group(String workerGroup) {
        return "group:" + workerGroup;
    }
}
