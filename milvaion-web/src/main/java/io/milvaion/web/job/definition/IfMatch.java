package io.milvaion.web.job.definition;

import io.milvaion.scheduler.job.catalog.ExpectedVersion;
import io.milvaion.web.ground.condition.Conditions;

/** The header {@code If-Match} of jobs, whose tag is their version. */
public final class IfMatch {

    private IfMatch() {}

    /**
     * @param header or null when it was not sent: any version will do
     */
    public static ExpectedVersion of(String header) {
        var tags = Conditions.ifMatch(header);
        return new ExpectedVersion(version -> tags.test(Integer.toString(version)));
    }
}
