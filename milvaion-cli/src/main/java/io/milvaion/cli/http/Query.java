package io.milvaion.cli.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A path with criteria. */
public final class Query {

    private final StringBuilder path;

    public Query(String path) {
        this.path = new StringBuilder(path);
    }

    /** What is null is left out. */
    public Query with(String name, Object value) {
        if (value != null) {
            path.append(path.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
