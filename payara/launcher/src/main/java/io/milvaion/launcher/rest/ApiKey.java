package io.milvaion.launcher.rest;

import io.milvaion.embedded.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** A key of {@code root}, which nodes are given in their environment. */
public record ApiKey(String text) {

    private static final String VARIABLE = "MILVAION_ROOT_API_KEY";
    private static final int RANDOM_BYTES = 32;

    public static ApiKey random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ApiKey("mvk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The key of an environment that a node is started with; null if it has none. */
    public static ApiKey in(Map<String, String> environment) {
        var text = environment.get(VARIABLE);
        return text == null ? null : new ApiKey(text);
    }

    /** The key in a file that its owner alone reads; made at the first call. */
    public static ApiKey keptIn(Path file) throws IOException {
        if (Files.notExists(file)) {
            OwnerOnly.write(file, random().text() + "\n");
        }
        return new ApiKey(Files.readString(file).strip());
    }

    /** For a node that shall know it. */
    public Map<String, String> toEnvironment() {
        return Map.of(VARIABLE, text);
    }

    public String authorization() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "ApiKey[mvk_…]";
    }
}
