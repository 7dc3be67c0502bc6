package io.milvaion.faults.host;

import io.milvaion.embedded.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a machine must have, and the Debian package that brings it. */
public enum Tool {
    POSTGRESQL("postgresql", "ls /usr/lib/postgresql/*/bin/initdb"),
    REDIS("redis-server", "command -v redis-server"),
    RABBITMQ("rabbitmq-server", "ls /usr/lib/rabbitmq/bin/rabbitmq-server"),
    SETPRIV("util-linux", "command -v setpriv"),
    ROOT("root", "test \"$(id -u)\" = 0"),
    FIREWALL("iptables", "iptables -S OUTPUT"),
    NAMESPACES("util-linux", "unshare -m true"),
    FAKETIME("faketime", "ls /usr/lib/*/faketime/libfaketime.so.1");

    /** Without these there is no cluster, and so no fault. */
    private static final Set<Tool> CLUSTER = EnumSet.of(POSTGRESQL, REDIS, RABBITMQ, SETPRIV, ROOT);

    private final String source;
    private final boolean there;

    Tool(String source, String test) {
        this.source = source;
        this.there = Command.succeeds(List.of("sh", "-c", test));
    }

    boolean isThere() {
        return there;
    }

    /** Those that a fault needs and this machine does not have. */
    public static Set<Tool> missing(Set<Tool> needed) {
        var missing = EnumSet.copyOf(CLUSTER);
        missing.addAll(needed);
        missing.removeIf(tool -> tool.there);
        return missing;
    }

    /** What to do about them, in one line. */
    public static String advice(Set<Tool> missing) {
        var packages = new TreeSet<String>();
        missing.forEach(tool -> packages.add(tool.source));
        boolean root = !packages.remove(ROOT.source);
        var advice = packages.isEmpty() ? "" : "apt-get install " + String.join(" ", packages);
        return root ? advice : (advice + " and run it as root").replaceFirst("^ and ", "");
    }

    /** A library of this machine, wherever the kind of its processor has it. */
    public static Path library(String name) throws IOException {
        return newest("/usr/lib", name);
    }

    /** The newest of the files that a pattern with one asterisk names, such as a version. */
    static Path newest(String before, String after) throws IOException {
        try (var versions = Files.list(Path.of(before))) {
            return versions.map(version -> version.resolve(after))
                    .filter(Files::exists)
                    .max(Path::compareTo)
                    .orElseThrow(() -> new IOException("no " + before + "/*/" + after));
        }
    }
}
