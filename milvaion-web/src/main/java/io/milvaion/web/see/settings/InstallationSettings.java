package io.milvaion.web.see.settings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What whoever has logged in should know of this installation.
 *
 * @param version of the node that answers
 * @param node its id
 * @param zoneRules the version of the time zone rules that it plans by
 * @param limits numbers that forms need
 */
public record InstallationSettings(
        @JsonUnwrapped Branding branding,
        String version,
        String node,
        String zoneRules,
        List<String> languages,
        Features features,
        FormLimits limits) {

    /**
     * What can be done here.
     *
     * @param mail whether mail is sent: forgotten passwords, alerts
     * @param mcp whether language models have an address
     * @param signInElsewhere whether people can log in at a provider
     * @param directory whether names and passwords of a directory are good
     */
    public record Features(boolean mail, boolean mcp, boolean signInElsewhere, boolean directory) {}

    /** FormLimits and what holds where a job does not say. */
    public record FormLimits(
            int maxJobDataBytes,
            int maxListItems,
            int exportMaxRows,
            int defaultMaxRetries,
            int defaultRetryBaseSeconds,
            int defaultAutoDisableAfter,
            int misfireThresholdSeconds) {}
}
