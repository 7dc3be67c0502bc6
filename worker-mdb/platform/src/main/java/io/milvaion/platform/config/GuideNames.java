package io.milvaion.platform.config;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The names of settings in {@code milvaion.json}: paths of sections with a name at their end. */
final class GuideNames {

    private GuideNames() {}

    /** The key that a path in the configuration file sets. */
    static Optional<String> keyAt(List<String> path) {
        return KnownSettings.ALL.stream().flatMap(s -> s.keyAt(path).stream()).findFirst();
    }

    /** Whether there are settings in the section at this path. */
    static boolean isSection(List<String> path) {
        return KnownSettings.ALL.stream()
                .anyMatch(s -> s.startsWith(path) && s.names().size() > path.size());
    }

    /** What may stand in the section at this path, in alphabetical order. */
    static String namesIn(List<String> path) {
        var names = new TreeSet<String>();
        for (Setting<?> setting : KnownSettings.ALL) {
            List<String> all = setting.names();
            if (setting.startsWith(path) && all.size() > path.size()) {
                names.add(all.get(path.size()));
            }
        }
        return String.join(", ", names);
    }
}
