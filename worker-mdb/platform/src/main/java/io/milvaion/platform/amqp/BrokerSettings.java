package io.milvaion.platform.amqp;

import io.milvaion.platform.config.SettingsReader;
import java.net.URI;

/**
 * Where the broker is; keys {@code milvaion.rabbitmq.*}.
 *
 * @param url {@code amqp://} or {@code amqps://} with user, password, host, port and virtual host
 * @param connectTimeoutMillis limit of opening a connection
 * @param heartbeatSeconds silence after which a connection counts as dead
 */
public record BrokerSettings(URI url, int connectTimeoutMillis, int heartbeatSeconds) {

    /** The key of {@link #url}. */
    static final String URL = "milvaion.rabbitmq.url";

    public static BrokerSettings from(SettingsReader settings) {
        return new BrokerSettings(
                settings.uri(URL, "amqp://guest:guest@127.0.0.1:5672/%2F", "amqp", "amqps"),
                settings.integer("milvaion.rabbitmq.connect-timeout-millis", 3_000, 100, 60_000),
                settings.integer("milvaion.rabbitmq.heartbeat-seconds", 10, 1, 600));
    }
}
