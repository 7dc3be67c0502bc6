package io.milvaion.platform.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads environment variables named like the paths in {@code milvaion.json}, with double
 * underscores between the segments: {@code Worker__MaxParallelJobs}.
 */
final class GuideEnvironment {

    private static final String SEPARATOR = "__";

    private GuideEnvironment() {}

    /**
     * @return values by MicroProfile Config key
     * @throws InvalidSetting if a variable begins with a section's name and no setting has the rest
     */
    static Map<String, String> read(Map<String, String> environment) {
        var values = new LinkedHashMap<String, String>();
        environment.forEach(
                (name, value) -> {
                    List<String> path = List.of(name.split(SEPARATOR, -1));
                    if (path.size() > 1 && GuideNames.isSection(path.subList(0, 1))) {
                        values.put(keyAt(name, path), value);
                    }
                });
        return values;
    }

    private static String keyAt(String name, List<String> path) {
        return GuideNames.keyAt(path)
                .orElseThrow(
                        () ->
                                new InvalidSetting(
                                        "environment variable " + name,
                                        "no setting has this name"));
    }
}
