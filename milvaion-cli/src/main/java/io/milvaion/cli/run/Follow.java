package io.milvaion.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.ExitCode;
import io.milvaion.cli.http.Pause;
import io.milvaion.cli.http.Query;
import io.milvaion.cli.http.Server;
import io.milvaion.cli.output.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Set;

/** Stays with a run until it ends. */
public final class Follow {

    private static final Set<String> OPEN = Set.of("queued", "running");
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Server server;
    private final PrintWriter out;
    private String page; // the last full one has been printed
    private int printed; // lines of the page after it

    public Follow(Server server, PrintWriter out) {
        this.server = server;
        this.out = out;
    }

    /** Prints what there is of a log. */
    void print(String run) {
        JsonNode part;
        do {
            part =
                    server.get(
                                    new Query("occurrences/" + run + "/logs")
                                            .with("after", page)
                                            .toString())
                            .json();
            var lines = part.path("items");
            for (int i = printed; i < lines.size(); i++) {
                line(lines.get(i));
            }
            var next = part.path("nextCursor");
            printed = next.isTextual() ? 0 : lines.size();
            page = next.isTextual() ? next.textValue() : page;
        } while (part.path("nextCursor").isTextual());
        out.flush();
    }

    /**
     * Prints the log of a run as it grows.
     *
     * @return {@link ExitCode#DONE} if it completed
     */
    public int untilItEnds(String run) {
        return until(run, () -> print(run));
    }

    int quietly(String run) {
        return until(run, () -> {});
    }

    private int until(String run, Runnable meanwhile) {
        while (true) {
            var now = server.get("occurrences/" + run).json();
            meanwhile.run();
            var state = now.path("state").asText();
            if (!OPEN.contains(state)) {
                out.println(Printable.of(ending(now, state)));
                return state.equals("completed") ? ExitCode.DONE : ExitCode.FAILED;
            }
            Pause.of(BETWEEN);
        }
    }

    private void line(JsonNode line) {
        out.printf(
                "%s %-5s %s%n",
                line.path("at").asText(),
                Printable.of(line.path("level").asText()),
                Printable.of(line.path("message").asText()));
    }

    private static String ending(JsonNode run, String state) {
        var error = run.path("error");
        return "The run is "
                + state
                + (error.isTextual() ? ": " + error.asText().lines().findFirst().orElse("") : ".");
    }
}
