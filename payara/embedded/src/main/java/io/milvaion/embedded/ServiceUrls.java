package io.milvaion.embedded;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the three services are. A field may be null: that service is not given and is to be started
 * embedded; what {@link EmbeddedServices#urls()} returns is complete.
 *
 * @param db {@code postgresql://user:password@host:port/database}, or the same place as {@code
 *     jdbc:postgresql://…}
 * @param redis {@code redis://host:port/0}, or {@code rediss://…}
 * @param rabbitmq {@code amqp://user:password@host:port/vhost} with the virtual host percent
 *     encoded (the default one, {@code /}, is {@code %2F}), or {@code amqps://…}
 */
public record ServiceUrls(String db, String redis, String rabbitmq) {

    /** Environment variable that gives {@link #db}. */
    public static final String DB_VARIABLE = "MILVAION_DB_URL";

    /** Environment variable that gives {@link #redis}. */
    public static final String REDIS_VARIABLE = "MILVAION_REDIS_URL";

    /** Environment variable that gives {@link #rabbitmq}. */
    public static final String RABBITMQ_VARIABLE = "MILVAION_RABBITMQ_URL";

    private static final String JDBC = "jdbc:";

    /**
     * @throws IllegalArgumentException if a URL that is given has a scheme that is none of those
     *     above; the message names the variable and not the value, which may hold a password
     */
    public ServiceUrls {
        requireScheme(DB_VARIABLE, db, "postgresql://", "postgres://", "jdbc:postgresql://");
        requireScheme(REDIS_VARIABLE, redis, "redis://", "rediss://");
        requireScheme(RABBITMQ_VARIABLE, rabbitmq, "amqp://", "amqps://");
    }

    /** Nothing given: all three are to be started embedded. */
    public static ServiceUrls none() {
        return new ServiceUrls(null, null, null);
    }

    /**
     * Reads {@value #DB_VARIABLE}, {@value #REDIS_VARIABLE} and {@value #RABBITMQ_VARIABLE}; one
     * that is missing or blank is not given.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public static ServiceUrls fromEnvironment(Map<String, String> environment) {
        return new ServiceUrls(
                given(environment.get(DB_VARIABLE)),
                given(environment.get(REDIS_VARIABLE)),
                given(environment.get(RABBITMQ_VARIABLE)));
    }

    /** The variables that hand these URLs to another process; those not given are left out. */
    public Map<String, String> toEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        putIfGiven(environment, DB_VARIABLE, db);
        putIfGiven(environment, REDIS_VARIABLE, redis);
        putIfGiven(environment, RABBITMQ_VARIABLE, rabbitmq);
        return environment;
    }

    /**
     * The database as pgjdbc's {@code DriverManager} takes it, user and password as parameters.
     *
     * @throws IllegalStateException if {@link #db} is null
     */
    public String jdbcUrl() {
        if (db == null) {
            throw new IllegalStateException("no database URL is given");
        }
        if (db.startsWith(JDBC)) {
            return db;
        }
        URI uri = URI.create(db);
        StringBuilder url = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
        if (uri.getPort() != -1) {
            url.append(':').append(uri.getPort());
        }
        url.append(uri.getRawPath());
        char separator = '?';
        if (uri.getRawUserInfo() != null) {
            String[] login = uri.getRawUserInfo().split(":", 2);
            url.append(separator).append("user=").append(parameter(login[0]));
            separator = '&';
            if (login.length == 2) {
                url.append("&password=").append(parameter(login[1]));
            }
        }
        if (uri.getRawQuery() != null) {
            url.append(separator).append(uri.getRawQuery());
        }
        return url.toString();
    }

    /** Without passwords, so that it may be printed. */
    @Override
    public String toString() {
        return "ServiceUrls[db=%s, redis=%s, rabbitmq=%s]"
                .formatted(masked(db), masked(redis), masked(rabbitmq));
    }

    /** A plus sign in the user part of a URI is a plus sign, in a parameter it is a blank. */
    private static String parameter(String rawUserInfo) {
        String text = URLDecoder.decode(rawUserInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String masked(String url) {
        return url == null
                ? null
                : url.replaceFirst("://([^:/@]*):[^@]*@", "://$1:***@")
                        .replaceAll("([?&]password=)[^&]*", "$1***");
    }

    private static String given(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void putIfGiven(Map<String, String> environment, String name, String value) {
        if (value != null) {
            environment.put(name, value);
        }
    }

    private static void requireScheme(String variable, String url, String... schemes) {
        if (url == null) {
            return;
        }
        for (String scheme : schemes) {
            if (url.startsWith(scheme)) {
                return;
            }
        }
        throw new IllegalArgumentException(
                variable + " must start with one of " + String.join(", ", schemes));
    }
}
