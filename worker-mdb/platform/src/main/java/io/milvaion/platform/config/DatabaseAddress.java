package io.milvaion.platform.config;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where PostgreSQL is, as its driver wants it.
 *
 * @param hosts one or more {@code host:port}, separated by commas, as given
 * @param database percent-encoded, as given
 * @param parameters driver parameters, decoded, without user and password
 */
record DatabaseAddress(
        String hosts,
        String database,
        String user,
        String password,
        Map<String, String> parameters) {

    private static final String DEFAULT_CREDENTIAL = "milvaion";
    private static final String ALLOWED =
            "postgresql://user:password@host:port/database?parameter=value, the same with"
                    + " postgres://, or jdbc:postgresql://host:port/database?user=...&password=...";
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<scheme>postgresql|postgres|jdbc:postgresql)://"
                            + "((?<user>[^:@/?]*)(:(?<password>[^/?]*))?@)?"
                            + "(?<hosts>[^@/?\\s]+)/(?<database>[^@/?\\s]+)(\\?(?<query>.*))?");

    /** Names of libpq that the driver knows by another name. */
    private static final Map<String, String> DRIVER_NAMES =
            Map.of("application_name", "ApplicationName", "connect_timeout", "connectTimeout");

    /** A server ends what a stopped or cut-off node has left open, and its locks with it. */
    private static final Map<String, String> SESSION_LIMITS = new LinkedHashMap<>();

    static {
        SESSION_LIMITS.put("idle_in_transaction_session_timeout", "5s");
        SESSION_LIMITS.put("lock_timeout", "3s");
        SESSION_LIMITS.put("statement_timeout", "10s");
    }

    /**
     * @throws InvalidSetting if the text has none of the allowed forms; it does not repeat the
     *     text, which may hold a password
     */
    static DatabaseAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw invalid();
        }
        boolean jdbc = form.group("scheme").startsWith("jdbc:");
        var parameters = new LinkedHashMap<String, String>();
        if (form.group("query") != null && !form.group("query").isEmpty()) {
            for (String pair : form.group("query").split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw invalid();
                }
                String name = decoded(pair.substring(0, equals), jdbc);
                parameters.put(
                        DRIVER_NAMES.getOrDefault(name, name),
                        decoded(pair.substring(equals + 1), jdbc));
            }
        }
        String user = parameters.remove("user");
        String password = parameters.remove("password");
        return new DatabaseAddress(
                form.group("hosts"),
                form.group("database"),
                credential(form.group("user"), user),
                credential(form.group("password"), password),
                parameters);
    }

    /** The address without user and password, with the session limits that it does not set. */
    String jdbcUrl() {
        var all = new LinkedHashMap<>(parameters);
        all.put("options", options(parameters.getOrDefault("options", "")));
        all.putIfAbsent("ApplicationName", "milvaion");
        all.putIfAbsent("tcpKeepAlive", "true");
        all.putIfAbsent("connectTimeout", "3");
        all.putIfAbsent("socketTimeout", "15");
        return all.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(
                        Collectors.joining(
                                "&", "jdbc:postgresql://" + hosts + "/" + database + "?", ""));
    }

    private static String options(String given) {
        var options = new StringBuilder(given);
        SESSION_LIMITS.forEach(
                (name, value) -> {
                    if (!given.contains(name)) {
                        options.append(options.isEmpty() ? "" : " ")
                                .append("-c ")
                                .append(name)
                                .append('=')
                                .append(value);
                    }
                });
        return options.toString();
    }

    private static String credential(String inAuthority, String inQuery) {
        if (inAuthority != null && !inAuthority.isEmpty()) {
            return decoded(inAuthority, false);
        }
        return inQuery != null ? inQuery : DEFAULT_CREDENTIAL;
    }

    /**
     * @param plusIsSpace the driver reads a plus in its parameters as a space, libpq does not
     */
    private static String decoded(String text, boolean plusIsSpace) {
        try {
            return URLDecoder.decode(
                    plusIsSpace ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static InvalidSetting invalid() {
        return new InvalidSetting(KnownSettings.DB_URL, "(hidden)", ALLOWED);
    }
}
