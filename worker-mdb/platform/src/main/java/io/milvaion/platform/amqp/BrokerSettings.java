package io.milvaion.platform.amqp;

import io.milvaion.platform.config.KnownSettings;
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
    static final String URL = KnownSettings.RABBITMQ_URL.key();

    public static BrokerSettings from(SettingsReader settings) {
        return new BrokerSettings(
                settings.value(KnownSettings.RABBITMQ_URL),
                settings.value(KnownSettings.RABBITMQ_CONNECT_TIMEOUT_MILLIS),
                settings.value(KnownSettings.RABBITMQ_HEARTBEAT_SECONDS));
    }
}
