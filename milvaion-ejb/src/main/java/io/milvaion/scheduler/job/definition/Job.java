package io.milvaion.scheduler.job.definition;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A stored definition. Its version counts the edits; whoever edits holds the lock of its row. A
 * deleted job keeps its row, so that the history keeps its name.
 */
@Entity
@Table(name = "jobs")
public class Job {

    @Id private UUID id;
    @Embedded private JobDefinition definition;
    private int version;
    private Instant createdAt;
    private Instant updatedAt;
    private Instant deletedAt;

    protected Job() {} // for Hibernate

    public static Job create(UUID id, JobDefinition definition, Instant now) {
        var job = new Job();
        job.id = id;
        job.definition = definition;
        job.version = 1;
        job.createdAt = now;
        job.updatedAt = now;
        return job;
    }

    /** A job as lists show it; nobody stores it. */
    public static Job listed(
            UUID id, JobDefinition definition, int version, Instant createdAt, Instant updatedAt) {
        var job = new Job();
        job.id = id;
        job.definition = definition;
        job.version = version;
        job.createdAt = createdAt;
        job.updatedAt = updatedAt;
        return job;
    }

    public void edit(JobDefinition edited, Instant now) {
        definition = edited;
        version++;
        updatedAt = now;
    }

    public void delete(Instant now) {
        version++;
        updatedAt = now;
        deletedAt = now;
    }

    public UUID id() {
        return id;
    }

    public JobDefinition definition() {
        return definition;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }
}
