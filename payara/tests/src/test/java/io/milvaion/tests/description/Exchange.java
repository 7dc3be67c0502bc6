package io.milvaion.tests.description;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A request and its answer.
 *
 * @param target path and query, as they were sent
 * @param sent the body; null for none
 * @param header the headers of the answer by name; null where there is none
 */
public record Exchange(
        String method,
        String target,
        String sent,
        int status,
        Function<String, String> header,
        String received) {

    String path() {
        return target.replaceFirst("[?].*", "");
    }

    /** The names in its query. */
    List<String> parameters() {
        return Pattern.compile("[?&]([^=&]+)=")
                .matcher(target)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What the answer's media type is, without parameters. */
    Optional<String> mediaType() {
        return Optional.ofNullable(header.apply("Content-Type"))
                .map(type -> type.replaceFirst(";.*", "").strip());
    }

    boolean isDone() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return method + " " + target + " " + sent + "\n-> " + status + " " + received;
    }
}
