package io.milvaion.scheduler.see.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.word.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the table of what may be wrong in {@code docs/rest.md} and the code together. */
class AttentionTableTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "../docs/rest.md");

    @Test
    void theTableHasEachCodeWithItsSeverityAndActionInOrder() throws IOException {
        var rows = rows();

        assertThat(rows)
                .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(4))
                .containsExactlyElementsOf(
                        Arrays.stream(AttentionCode.values())
                                .map(
                                        code ->
                                                "`%s` %s %s"
                                                        .formatted(
                                                                Words.of(code),
                                                                Words.of(code.severity()),
                                                                code.action()))
                                .toList());
        assertThat(rows).extracting(row -> row.get(2)).doesNotHaveDuplicates().doesNotContain("");
    }

    /** A subject is what the words of kinds say. */
    @Test
    void theTableNamesKindsOfSubjectsThatThereAre() throws IOException {
        var kinds = Arrays.stream(AttentionKind.values()).map(Words::of).toList();

        assertThat(rows()).extracting(row -> row.get(3)).isSubsetOf(kinds);
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals("## What is wrong right now"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cells -> Arrays.stream(cells).map(String::strip).toList())
                .toList();
    }
}
