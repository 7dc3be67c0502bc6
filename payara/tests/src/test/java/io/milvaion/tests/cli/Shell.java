package io.milvaion.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.cli.Main;
import io.milvaion.cli.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs the command.
 *
 * @param config where it keeps its contexts
 */
record Shell(Path config) {

    /** What a command printed, and how it ended. */
    record Ended(int code, String out, String err) {

        Ended expect(int wanted) {
            assertThat(code).as("%s%n%s", out, err).isEqualTo(wanted);
            return this;
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + out, e);
            }
        }
    }

    Ended run(String... arguments) {
        return typing("", arguments);
    }

    /**
     * @param typed lines of the standard input
     */
    Ended typing(String typed, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal =
                new Terminal(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        new BufferedReader(new StringReader(typed)),
                        Map.of("MILVAION_CONFIG", config.toString()),
                        null);
        int code = Main.run(terminal, arguments);
        return new Ended(code, out.toString(), err.toString());
    }
}
