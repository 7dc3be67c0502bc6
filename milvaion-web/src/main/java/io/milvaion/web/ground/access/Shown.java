package io.milvaion.web.ground.access;

import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An access token or a key, as a request shows it. Never in an address, which logs and histories
 * keep.
 *
 * @param text the token or the key
 * @param address from where
 */
public record Shown(String text, String address) implements Credential {

    /** For programs that cannot set {@code Authorization}. */
    static final String KEY_HEADER = "X-API-Key";

    /** Browsers can give a WebSocket nothing else: the protocols {@code milvaion, bearer.TOKEN}. */
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/=-]+)");
    private static final Pattern PROTOCOL = Pattern.compile("bearer\\.([A-Za-z0-9._~-]+)");

    /** Whether a request shows something, good or not. */
    public static boolean isIn(HttpServletRequest request) {
        return in(request).isPresent();
    }

    static Optional<Shown> in(HttpServletRequest request) {
        return Stream.of(
                        matched(BEARER, request.getHeader("Authorization")),
                        Optional.ofNullable(request.getHeader(KEY_HEADER)),
                        protocol(request))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> new Shown(text, request.getRemoteAddr()));
    }

    private static Optional<String> protocol(HttpServletRequest request) {
        return Collections.list(request.getHeaders(PROTOCOLS)).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(name -> matched(PROTOCOL, name.strip()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> matched(Pattern form, String text) {
        return Optional.ofNullable(text)
                .map(form::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    @Override
    public String toString() {
        return "Shown[address=" + address + "]";
    }
}
