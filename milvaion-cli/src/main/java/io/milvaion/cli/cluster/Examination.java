package io.milvaion.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.http.Answer;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Refused;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.http.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The checks, in the order in which one rests on another. */
final class Examination {

    private static final Duration SKEW = Duration.ofSeconds(5);

    /**
     * What a check found.
     *
     * @param detail what is, or what to do
     */
    record Finding(String check, boolean ok, String detail) {}

    private final Server server;
    private final List<Finding> findings = new ArrayList<>();

    Examination(Server server) {
        this.server = server;
    }

    List<Finding> findings() {
        try {
            known(server.get("auth/me"));
            rest();
        } catch (Unreachable e) {
            add("address", false, e.getMessage());
        } catch (Refused e) {
            add("address", true, server.root() + " answers");
            add("login", false, String.join(" ", e.lines()) + " (milvaion login)");
        }
        return findings;
    }

    private void known(Answer me) {
        add("address", true, server.root() + " answers");
        add("login", true, "known as " + me.json().path("name").asText());
    }

    private void rest() {
        attempt("live events", () -> add("live events", new Live(server).isOpened(), Live.ADVICE));
        attempt("clock", this::clock);
        attempt("leader", this::leader);
        attempt("dispatch", this::dispatch);
        attempt("workers", this::workers);
    }

    /** Nodes tell each second that they are alive, by the clock that plans runs. */
    private void clock() {
        var there =
                nodes().map(node -> Instant.parse(node.path("lastSeenAt").asText()))
                        .max(Comparator.naturalOrder());
        if (there.isPresent()) {
            var skew = Duration.between(there.get(), Instant.now()).abs();
            boolean ok = skew.compareTo(SKEW) <= 0;
            add(
                    "clock",
                    ok,
                    ok
                            ? "as the server's"
                            : "differs by " + skew.toSeconds() + " s from the server's");
        }
    }

    private Stream<JsonNode> nodes() {
        return server.items("nodes").filter(node -> node.path("alive").asBoolean());
    }

    private void leader() {
        long alive = nodes().count();
        var leader = server.get("dashboard").json().path("leader").path("node");
        add(
                "leader",
                leader.isTextual(),
                leader.isTextual()
                        ? leader.asText() + ", of " + alive + " nodes"
                        : "no node leads, so that nothing is dispatched: look at the nodes' logs");
    }

    private void dispatch() {
        JsonNode state = server.get("admin/dispatch").json();
        boolean stopped = state.path("stopped").asBoolean();
        add(
                "dispatch",
                !stopped,
                stopped
                        ? "stopped by "
                                + state.path("stoppedBy").asText()
                                + ": milvaion cluster resume"
                        : "runs are dispatched");
    }

    private void workers() {
        long alive =
                server.items(new Query("workers").with("limit", 200).toString())
                        .filter(worker -> worker.path("alive").asBoolean())
                        .count();
        add("workers", alive > 0, alive + " alive");
    }

    /** What one may not look at is no fault. */
    private void attempt(String check, Runnable examined) {
        try {
            examined.run();
        } catch (Refused e) {
            add(check, e.status() == 403, String.join(" ", e.lines()));
        }
    }

    private void add(String check, boolean ok, String detail) {
        findings.add(new Finding(check, ok, detail));
    }
}
