package io.milvaion.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL is asked for instants: its rules of time zones are of another day than ours. */
class ZonesInSqlTest {

    private static final List<Path> SOURCES =
            List.of(
                    Path.of("..", "..", "milvaion-ejb", "src", "main"),
                    Path.of("..", "..", "milvaion-web", "src", "main", "java"));

    /** UTC has no rules. */
    private static final Pattern ASKED =
            Pattern.compile(
                    "at\\s+time\\s+zone\\s+(?!'utc')|(?-i:(?<![.\\w])timezone\\s*\\()|set\\s+(local\\s+)?time\\s*zone",
                    Pattern.CASE_INSENSITIVE);

    @Test
    void noStatementNamesAZone() throws IOException {
        var found = new ArrayList<String>();
        for (var source : SOURCES) {
            try (var files = Files.walk(source)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    if (file.toString().matches(".*\\.(java|sql)")
                            && ASKED.matcher(Files.readString(file)).find()) {
                        found.add(file.toString());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select now() at time zone 'Europe/Berlin'",
                "select planned_at AT TIME ZONE j.time_zone",
                "select timezone('EST', now())",
                "set time zone 'EST'"
            })
    void whatWouldNameOneIsFound(String sql) {
        assertThat(ASKED.matcher(sql).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"select now() at time zone 'UTC'", "select j.time_zone from jobs j"})
    void instantsAndNamesThatAreOnlyReadAreNot(String sql) {
        assertThat(ASKED.matcher(sql).find()).isFalse();
    }
}
