package io.milvaion.cli.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request.
 *
 * @param path below {@code /api/v1}, with its query
 * @param body null for none
 */
public record Request(String method, String path, Body body, Map<String, String> headers) {

    public Request(String method, String path) {
        this(method, path, null, Map.of());
    }

    public Request with(Body sent) {
        return new Request(method, path, sent, headers);
    }

    public Request with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Request(method, path, body, all);
    }

    /**
     * Whether the server knows a repetition by its key. It keeps nothing of what has passwords and
     * keys in it, and takes none there.
     */
    boolean isKeyed() {
        boolean confidential =
                path.startsWith("auth/") || path.startsWith("api-keys") || path.startsWith("users");
        return (method.equals("POST") && !confidential)
                || (method.equals("PUT") && path.matches("apply(\\?.*)?"));
    }
}
