package io.milvaion.launcher;

import io.milvaion.embedded.OwnerOnly;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What opens the nodes of one data directory, kept in files that only its owner reads: the key of
 * {@code root} and the secret that seals what the database holds. What the environment of the
 * launcher gives is used in their place.
 *
 * @param key shown by the launcher itself
 */
record RootAccess(Path data, ApiKey key, Map<String, String> environment) {

    private static final String SECRET = "MILVAION_SECRET";

    static RootAccess of(Path data, Map<String, String> given) throws IOException {
        var variables = new LinkedHashMap<String, String>();
        variables.putAll(ApiKey.keptIn(data.resolve("api-key")).toEnvironment());
        variables.put(SECRET, OwnerOnly.secret(data.resolve("secret")));
        variables.put("MILVAION_ROOT_PASSWORD_FILE", passwordFile(data).toString());
        variables.replaceAll((name, value) -> given.getOrDefault(name, value));
        var key = ApiKey.in(variables);
        OwnerOnly.write(
                data.resolve("curl"),
                "header = \"Authorization: %s\"\n".formatted(key.authorization()));
        return new RootAccess(data, key, Map.copyOf(variables));
    }

    /** The key as {@code curl -K} reads it, so that no list of processes shows it. */
    Path curlFile() {
        return data.resolve("curl");
    }

    /** The random password that a first start has made; the second call gives nothing. */
    Optional<String> takeFirstPassword() throws IOException {
        var file = passwordFile(data);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        var password = Files.readString(file).strip();
        Files.delete(file);
        return Optional.of(password);
    }

    private static Path passwordFile(Path data) {
        return data.resolve("root-password");
    }

    @Override
    public String toString() {
        return "RootAccess[" + data + "]";
    }
}
