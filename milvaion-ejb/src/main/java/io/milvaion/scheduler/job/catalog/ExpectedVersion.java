package io.milvaion.scheduler.job.catalog;

import java.util.Set;

/**
 * Which versions of a job a client wants to change.
 *
 * @param versions null for any
 */
public record ExpectedVersion(Set<Integer> versions) {

    public static final ExpectedVersion ANY = new ExpectedVersion(null);

    boolean allows(int version) {
        return versions == null || versions.contains(version);
    }
}
