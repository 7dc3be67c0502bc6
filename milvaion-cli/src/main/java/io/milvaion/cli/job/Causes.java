package io.milvaion.cli.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.cli.output.Printer;
import java.util.stream.StreamSupport;

/** What the server answers to "why?". */
public final class Causes {

    private Causes() {}

    public static void print(Printer printer, JsonNode why) {
        printer.list(
                StreamSupport.stream(why.path("causes").spliterator(), false),
                "code",
                "since",
                "detail");
    }
}
