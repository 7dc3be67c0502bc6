package io.milvaion.scheduler.see.pressure;

import org.jspecify.annotations.Nullable;

/**
 * How much of something limited is used.
 *
 * @param node that has it; null for what all share
 * @param used null where nobody can tell
 * @param allowed likewise
 * @param advised that should be allowed; null: as many as are used
 * @param note where the figures come from, and what to do
 */
public record LimitUse(
        Resource resource,
        @Nullable String node,
        @Nullable Long used,
        @Nullable Long allowed,
        @Nullable Long advised,
        Level level,
        String note) {

    /** What is limited. */
    public enum Resource {
        POSTGRESQL_CONNECTIONS,
        REDIS_CONNECTIONS,
        REDIS_MEMORY_BYTES,
        RABBITMQ_CONNECTIONS,
        OPEN_FILES,
        HEAP_BYTES,
        DISK_BYTES
    }

    static LimitUse of(
            Resource resource, String node, Long used, Long allowed, Long advised, String note) {
        return new LimitUse(
                resource, node, used, allowed, advised, Level.of(used, allowed, advised), note);
    }
}
