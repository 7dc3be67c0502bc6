package io.milvaion.scheduler.job.catalog;

import java.util.function.IntPredicate;

/** Which versions of a job a client wants to change. */
public record ExpectedVersion(IntPredicate versions) {

    public static final ExpectedVersion ANY = new ExpectedVersion(any -> true);

    boolean allows(int version) {
        return versions.test(version);
    }
}
