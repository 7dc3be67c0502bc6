package io.milvaion.scheduler.time.zone;

import io.milvaion.scheduler.time.tzdata.Tzif;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a directory of TZif files, as {@code zic} makes it. */
public final class ZoneDirectory {

    /** Where systems have theirs. */
    public static final Path OF_SYSTEM = Path.of("/usr/share/zoneinfo");

    private static final String TEXT = "tzdata.zi";
    private static final Pattern VERSION = Pattern.compile("# version (\\S+)");
    private static final Pattern LINK = Pattern.compile("L (\\S+) (\\S+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}");
    private static final long LARGEST = 1 << 20;

    /** With leap seconds, a second copy, and what a machine calls its own. */
    private static final Set<String> NO_ZONES = Set.of("right", "posix", "localtime", "posixrules");

    private ZoneDirectory() {}

    /**
     * @throws IOException when it cannot be read, or does not tell its version
     */
    public static ZoneFiles read(Path directory) throws IOException {
        var text = Files.readAllLines(directory.resolve(TEXT), StandardCharsets.UTF_8);
        var first = VERSION.matcher(text.isEmpty() ? "" : text.get(0));
        if (!first.matches()) {
            throw new IOException("the first line of " + TEXT + " names no version");
        }
        var version = new ZoneRulesVersion(first.group(1));
        return new ZoneFiles(version, directory.toString(), files(directory), links(text));
    }

    private static Map<String, byte[]> files(Path directory) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var found = Files.walk(directory, 3)) {
            for (var path : (Iterable<Path>) found::iterator) {
                var name = directory.relativize(path).toString().replace('\\', '/');
                if (isZone(name) && Files.isRegularFile(path) && Files.size(path) <= LARGEST) {
                    var content = Files.readAllBytes(path);
                    if (Tzif.isTzif(content)) {
                        files.put(name, content);
                    }
                }
            }
        }
        return files;
    }

    private static boolean isZone(String name) {
        return NAME.matcher(name).matches() && !NO_ZONES.contains(name.split("/", 2)[0]);
    }

    private static Map<String, String> links(List<String> text) {
        var links = new HashMap<String, String>();
        for (var line : text) {
            var link = LINK.matcher(line);
            if (link.matches()) {
                links.put(link.group(2), link.group(1));
            }
        }
        return links;
    }
}
