package io.milvaion.web.ground.condition;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.function.Function;
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
        return tags(HttpHeaders.IF_MATCH, header, false)::contains;
    }

    /**
     * What a client takes a thing for.
     *
     * @param header {@code If-Match}, or null when it was not sent
     * @param view makes of the thing what {@link Tagged} answers
     */
    public static <T> Predicate<T> expecting(String header, Function<T, ?> view) {
        var tags = ifMatch(header);
        return header == null
                ? any -> true
                : is -> is != null && tags.test(Tags.of(view.apply(is)));
    }

    /** Which tags a client has already. */
    static Predicate<String> ifNoneMatch(String header) {
        return header.strip().equals("*")
                ? tag -> true
                : tags(HttpHeaders.IF_NONE_MATCH, header, true)::contains;
    }

    private static Set<String> tags(String name, String header, boolean weakToo) {
        if (!LIST.matcher(header).matches()) {
            throw new InvalidInput(
                    name, "This must be an ETag as it was read, with its quotation marks.");
        }
        return TAG.matcher(header)
                .results()
                .filter(tag -> weakToo || tag.group(1) == null)
                .map(tag -> tag.group(2))
                .collect(Collectors.toSet());
    }
}
