package io.milvaion.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.http.Answer;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Refused;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.http.Unreachable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The checks, in the order in which one rests on another. */
final class Examination {

    private static final Duration SKEW = Duration.ofSeconds(2);

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
        clocks(me);
        add("login", true, "known as " + me.json().path("name").asText());
    }

    private void clocks(Answer answer) {
        var date = answer.header("Date");
        if (date != null) {
            var there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            var skew = Duration.between(there, Instant.now()).abs();
            boolean ok = skew.compareTo(SKEW) <= 0; // the header has whole seconds
            add(
                    "clock",
                    ok,
                    ok
                            ? "as the server's"
                            : "differs by " + skew.toSeconds() + " s from the server's");
        }
    }

    private void rest() {
        attempt("live events", () -> add("live events", new Live(server).isOpened(), Live.ADVICE));
        attempt("leader", this::leader);
        attempt("dispatch", this::dispatch);
        attempt("workers", this::workers);
    }

    private void leader() {
        long alive = server.items("nodes").filter(node -> node.path("alive").asBoolean()).count();
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
