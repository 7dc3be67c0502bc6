package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of entries, as documents have them: each another one. */
final class SourceNames {

    private static final int LONGEST = 80;

    private static final int MOST = 5_000;

    private final Set<String> taken = new HashSet<>();

    /**
     * A name like this one that is not taken yet; takes it.
     *
     * @throws InvalidInput if there are too many: each entry has one
     */
    String next(String wanted) {
        if (taken.size() == MOST) {
            throw new InvalidInput("", "At most " + MOST + " entries.");
        }
        var plain = plain(wanted);
        var name = plain;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = plain + " " + i;
        }
        return name;
    }

    private static String plain(String wanted) {
        var plain = wanted.replaceAll("[^A-Za-z0-9._ -]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        var name = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("[ -]+$", "");
        return name.isEmpty() ? "job" : name;
    }

    /** The form of job types: what of a name is allowed in it. */
    static String jobType(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var simple = lower.substring(lower.lastIndexOf('.') + 1).replaceFirst("(?<=.)job$", "");
        var plain = simple.replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[^a-z0-9]+|-+$", "");
        return plain.isEmpty() ? "job" : plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
