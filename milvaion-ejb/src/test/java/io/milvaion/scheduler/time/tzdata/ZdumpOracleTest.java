package io.milvaion.scheduler.time.tzdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change of every zone from 1970 to 2100, against {@code zdump} of the C library: of the
 * files beside the tests, and of those of the system.
 */
class ZdumpOracleTest {

    private static final Path ZDUMP = Path.of("/usr/bin/zdump");
    private static final Path SYSTEM = Path.of("/usr/share/zoneinfo");
    private static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern LINE =
            Pattern.compile("(\\S+) +(\\w+ +\\w+ +\\d+ [0-9:]+ \\d+) UTC? = .* gmtoff=(-?\\d+)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    static Stream<Path> directories() throws URISyntaxException {
        return Stream.of(
                Path.of(ZdumpOracleTest.class.getResource("/zoneinfo/2026f").toURI()), SYSTEM);
    }

    @ParameterizedTest
    @MethodSource("directories")
    void hasTheSameChanges(Path directory) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(ZDUMP), "this machine has no zdump to compare with");
        assumeTrue(Files.isDirectory(directory), "this machine has no files of zones");
        var files = files(directory);
        var dumped = dump(files);

        for (var file : files) {
            var rules = Tzif.read(Files.readAllBytes(file));
            var expected = dumped.getOrDefault(file.toString(), new TreeMap<>());
            assertThat(forwards(rules)).as(file.toString()).isEqualTo(expected);
            assertThat(backwards(rules)).as(file.toString()).isEqualTo(expected);
        }
        System.out.println(files.size() + " zones of " + directory + " are as zdump says");
    }

    /** One of those that have the same: most names are links. */
    private static List<Path> files(Path directory) throws IOException {
        var files = new ArrayList<Path>();
        var contents = new HashSet<ByteBuffer>();
        try (var found = Files.walk(directory)) {
            for (var path : (Iterable<Path>) found::iterator) {
                var name = directory.relativize(path).toString();
                if (Files.isRegularFile(path)
                        && !name.startsWith("right/")
                        && Tzif.isTzif(Files.readAllBytes(path))
                        && contents.add(ByteBuffer.wrap(Files.readAllBytes(path)))) {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** The offset from each change on, by file and second. */
    private static Map<String, Map<Long, Integer>> dump(List<Path> files)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(ZDUMP.toString(), "-v", "-c", "1970,2100"));
        files.forEach(file -> command.add(file.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var dumped = new TreeMap<String, Map<Long, Integer>>();
        var last = new TreeMap<String, Integer>();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var parts = LINE.matcher(line);
                if (parts.find()) {
                    int offset = Integer.parseInt(parts.group(3));
                    Integer before = last.put(parts.group(1), offset);
                    if (before != null && before != offset) {
                        dumped.computeIfAbsent(parts.group(1), file -> new TreeMap<>())
                                .put(second(parts.group(2)), offset);
                    }
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        return dumped;
    }

    private static long second(String text) {
        return LocalDateTime.parse(text.replaceAll(" +", " "), TIME).toEpochSecond(ZoneOffset.UTC);
    }

    private static Map<Long, Integer> forwards(ZoneRules rules) {
        var changes = new TreeMap<Long, Integer>();
        for (var change = rules.nextTransition(FROM.minusMillis(1));
                change != null && change.getInstant().isBefore(TO);
                change = rules.nextTransition(change.getInstant())) {
            changes.put(change.toEpochSecond(), change.getOffsetAfter().getTotalSeconds());
        }
        return changes;
    }

    private static Map<Long, Integer> backwards(ZoneRules rules) {
        var changes = new TreeMap<Long, Integer>();
        for (var change = rules.previousTransition(TO);
                change != null && !change.getInstant().isBefore(FROM);
                change = rules.previousTransition(change.getInstant())) {
            changes.put(
                    change.toEpochSecond(), rules.getOffset(change.getInstant()).getTotalSeconds());
        }
        return changes;
    }
}
