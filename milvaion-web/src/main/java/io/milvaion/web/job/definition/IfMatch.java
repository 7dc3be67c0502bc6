package io.milvaion.web.job.definition;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.catalog.ExpectedVersion;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The header {@code If-Match}, RFC 9110 section 13.1.1. */
public final class IfMatch {

    private static final Pattern TAGS =
            Pattern.compile("\\s*(W/)?\"[^\"]*\"\\s*(,\\s*(W/)?\"[^\"]*\"\\s*)*");
    private static final Pattern VERSION = Pattern.compile("\"[1-9][0-9]{0,8}\"");

    private IfMatch() {}

    /**
     * @param header or null when it was not sent: any version will do
     */
    public static ExpectedVersion of(String header) {
        if (header == null || header.strip().equals("*")) {
            return ExpectedVersion.ANY;
        }
        if (!TAGS.matcher(header).matches()) {
            throw new InvalidInput(
                    "If-Match", "This must be the ETag of the job, with its quotation marks.");
        }
        return new ExpectedVersion(
                Arrays.stream(header.split(","))
                        .map(String::strip)
                        .filter(tag -> VERSION.matcher(tag).matches()) // weak tags match nothing
                        .map(tag -> Integer.valueOf(tag.substring(1, tag.length() - 1)))
                        .collect(Collectors.toSet()));
    }
}
