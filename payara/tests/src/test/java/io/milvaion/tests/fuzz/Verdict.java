package io.milvaion.tests.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.tests.http.RawAnswer;
import io.milvaion.tests.http.RawRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with an answer, whatever was asked. */
final class Verdict {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TRACE = Pattern.compile("\\tat |Exception|io\\.milvaion\\.");
    private static final Pattern PAGE = Pattern.compile("/(index\\.html)?([?].*)?");

    private static final Pattern OUTSIDE = Pattern.compile("%00|%5C|%FF|^/(%2e%2e|\\.\\.)");
    private static final int MOST_IN_HEADERS = 7_500;
    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");

    private Verdict() {}

    /**
     * @return empty if the answer is as it should be
     */
    static Optional<String> on(RawRequest request, RawAnswer answer)
            throws JsonProcessingException {
        if (answer.status() >= 500 && !isProviderAway(request, answer)) {
            return Optional.of("the server has failed");
        }
        if (isHtml(answer) && !PAGE.matcher(request.target()).matches()) {
            return Optional.of("HTML");
        }
        if (answer.status() >= 400 && TRACE.matcher(answer.body()).find()) {
            return Optional.of("the inside is shown");
        }
        if (answer.toString().contains("elsewhere.example")) {
            return Optional.of("the host of the caller is repeated");
        }
        return answer.status() < 400
                        || request.method().equals("HEAD")
                        || isOfTheServer(request, answer)
                        || isProblem(request, answer)
                ? Optional.empty()
                : Optional.of("no problem document");
    }

    /**
     * Nobody has started the OpenID provider that the node is told of; HEAD gets no body to say so.
     */
    private static boolean isProviderAway(RawRequest request, RawAnswer answer) {
        var isAsked = request.method().equals("HEAD") && request.target().contains("/auth/oidc/");
        var isSaid = answer.body().contains("/problems/elsewhere-unavailable");
        return answer.status() == 503 && (isAsked || isSaid);
    }

    private static boolean isHtml(RawAnswer answer) {
        return answer.header("Content-Type").startsWith("text/html")
                && !answer.body().isEmpty()
                && answer.status() != 301;
    }

    /** Payara names no type where a connection was to be upgraded. */
    private static boolean isProblem(RawRequest request, RawAnswer answer)
            throws JsonProcessingException {
        boolean upgrades = request.headers().contains("Upgrade: websocket");
        return answer.header("Content-Type").startsWith(upgrades ? "" : "application/problem+json")
                && JSON.readTree(answer.body()).path("status").intValue() == answer.status();
    }

    /** Payara refuses some requests itself, with nothing in the answer. */
    private static boolean isOfTheServer(RawRequest request, RawAnswer answer) {
        boolean refused =
                request.method().equals("TRACE")
                        || (request.body() != null && !WRITING.contains(request.method()))
                        || OUTSIDE.matcher(request.target()).find()
                        || String.join("", request.headers()).length() > MOST_IN_HEADERS
                        || request.headers().stream()
                                .anyMatch(line -> !line.chars().allMatch(c -> c < 0x80));
        return refused && answer.body().isEmpty();
    }
}
