package io.milvaion.worker.runtime;

import io.milvaion.contract.JobMessage;
import java.time.Instant;
import java.util.UUID;

/** A job message that differs from a plain one only where a test says so. */
public final class JobMessageBuilder {

    private final UUID id;
    private final String type;
    private int attempt = 1;
    private int copy = 1;
    private Instant publishedAt;
    private String generation = "g1";
    private Integer timeoutSeconds;
    private String triggeredBy;
    private String data;

    private JobMessageBuilder(String type, UUID id) {
        this.type = type;
        this.id = id;
    }

    /** A first copy of a first attempt, in generation {@code g1} and without data. */
    public static JobMessageBuilder aJobMessage(String type, UUID id) {
        return new JobMessageBuilder(type, id);
    }

    public JobMessageBuilder attempt(int value) {
        attempt = value;
        return this;
    }

    public JobMessageBuilder copy(int value) {
        copy = value;
        return this;
    }

    public JobMessageBuilder publishedAt(Instant value) {
        publishedAt = value;
        return this;
    }

    public JobMessageBuilder generation(String value) {
        generation = value;
        return this;
    }

    public JobMessageBuilder timeoutSeconds(int value) {
        timeoutSeconds = value;
        return this;
    }

    public JobMessageBuilder triggeredBy(String value) {
        triggeredBy = value;
        return this;
    }

    public JobMessageBuilder data(String value) {
        data = value;
        return this;
    }

    public JobMessage build() {
        return new JobMessage(
                id,
                UUID.randomUUID(),
                "A job",
                type,
                null,
                1,
                Instant.parse("2026-01-22T10:00:00Z"),
                attempt,
                copy,
                publishedAt,
                generation,
                false,
                timeoutSeconds,
                triggeredBy,
                data);
    }
}
