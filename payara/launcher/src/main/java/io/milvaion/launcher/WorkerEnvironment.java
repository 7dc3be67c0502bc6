package io.milvaion.launcher;

import io.milvaion.embedded.OwnerOnly;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a worker of one's own needs in its environment to take part: where Redis and broker are. */
final class WorkerEnvironment {

    private final Map<String, String> variables;

    WorkerEnvironment(ServiceUrls urls) {
        variables = new LinkedHashMap<>(urls.toEnvironment());
        variables.remove(ServiceUrls.DB_VARIABLE);
    }

    /** Lines for a shell. */
    String exports() {
        StringBuilder lines = new StringBuilder();
        variables.forEach(
                (name, value) -> lines.append("export %s=%s\n".formatted(name, quoted(value))));
        return lines.toString();
    }

    /** Keeps the lines in a file of the directory that only its owner reads. */
    Path keepIn(Path directory) throws IOException {
        Path file = directory.resolve("worker.env");
        OwnerOnly.write(file, exports());
        return file;
    }

    /** Quoted only where a shell would read more than letters. */
    private static String quoted(String value) {
        return value.matches("[\\w:/@%.,+-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
