package io.milvaion.web.ground.condition;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads lists of {@code ETag}s. */
public final class Conditions {

    private static final Pattern LIST =
            Pattern.compile("\\s*(W/)?\"[^\"]*\"\\s*(,\\s*(W/)?\"[^\"]*\"\\s*)*");
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");

    private Conditions() {}

    /**
     * Which tags, without their quotation marks, a client wants to change.
     *
     * @param header null when it was not sent: any will do; weak tags match nothing
     */
    public static Predicate<String> ifMatch(String header) {
        if (header == null || header.strip().equals("*")) {
            return tag -> true;
        }
        if (!LIST.matcher(header).matches()) {
            throw new InvalidInput(
                    "If-Match", "This must be an ETag as it was read, with its quotation marks.");
        }
        Set<String> tags =
                TAG.matcher(header)
                        .results()
                        .filter(tag -> tag.group(1) == null)
                        .map(tag -> tag.group(2))
                        .collect(Collectors.toSet());
        return tags::contains;
    }
}
