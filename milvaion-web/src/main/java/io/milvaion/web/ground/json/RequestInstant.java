package io.milvaion.web.ground.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An instant as every request writes it: ISO-8601 with any offset, from 1970 to 9999 in UTC, cut to
 * milliseconds. Ids of runs begin with the milliseconds since 1970, and answers write four digits
 * of a year.
 */
public final class RequestInstant {

    static final String FORM =
            "This must be an ISO-8601 instant from 1970 to 9999, like 2030-01-31T12:00:00.000Z.";

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private RequestInstant() {}

    /**
     * @return empty if it is none
     */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(at -> !at.isBefore(Instant.EPOCH) && at.isBefore(END))
                    .map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
