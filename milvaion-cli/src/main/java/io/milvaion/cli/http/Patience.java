package io.milvaion.cli.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;

/** How often a request is sent again, and after which pause. */
final class Patience {

    private static final int TRIES = 4;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private int tries = 1;

    /** Pauses before it says yes. */
    boolean allowsAnother(HttpResponse<?> response) {
        if (!PASSING.contains(response.statusCode())) {
            return false;
        }
        var asked =
                response.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,6}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        if (asked.isPresent() && asked.get().compareTo(LONGEST) > 0) {
            return false;
        }
        return another(asked.orElse(backoff()));
    }

    boolean allowsAnother(IOException e) {
        return !(e instanceof SSLException) && another(backoff());
    }

    private Duration backoff() {
        return Duration.ofMillis(250L << tries);
    }

    private boolean another(Duration pause) {
        if (tries == TRIES) {
            return false;
        }
        tries++;
        Pause.of(pause);
        return true;
    }
}
