package io.milvaion.contract;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that ties a job to the class that runs it; part of queue names and routing keys.
 *
 * @param name {@code [a-z0-9][a-z0-9_-]{0,79}}
 */
public record JobType(String name) {

    /** The form of job types and of worker groups. */
    public static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,79}");

    public JobType {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "job type \"" + name + "\" does not match " + FORM.pattern());
        }
    }

    /** {@code SendEmailJob} gives {@code sendemail}: lower case, one trailing "job" removed. */
    public static JobType ofClassName(String simpleName) {
        var lower = simpleName.toLowerCase(Locale.ROOT);
        return new JobType(
                lower.endsWith("job")
                        ? lower.substring(0, lower.length() - "job".length())
                        : lower);
    }

    @Override
    public String toString() {
        return name;
    }
}
