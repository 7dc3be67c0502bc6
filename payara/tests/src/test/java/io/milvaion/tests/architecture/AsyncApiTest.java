package io.milvaion.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the description of live events and what the code makes together. */
class AsyncApiTest {

    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "../..");
    private static final Path SERVED =
            ROOT.resolve("milvaion-web/src/main/resources/description/asyncapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With {@code -Dmilvaion.docs=write} it is written anew. */
    @Test
    void theDescriptionHasTheEventsThatTheCodeMakes() throws Exception {
        var frame = JSON.readTree(getClass().getResourceAsStream("/asyncapi.json"));
        var made = AsyncApi.of(frame, meanings());
        if ("write".equals(System.getProperty("milvaion.docs"))) {
            Files.writeString(SERVED, made.toPrettyString() + "\n");
        }

        assertThat(Files.readString(SERVED))
                .as("./mvnw test -pl payara/tests -am -Dtest=AsyncApiTest -Dmilvaion.docs=write")
                .isEqualTo(made.toPrettyString() + "\n");
    }

    /** What the table of {@code docs/live-events.md} says of each type. */
    private static Map<String, String> meanings() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/live-events.md")).stream()
                .dropWhile(line -> !line.startsWith("| Type |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .collect(
                        Collectors.toMap(
                                cell -> cell[1].strip().replace("`", ""),
                                cell -> cell[5].strip().replace("`", "")));
    }
}
