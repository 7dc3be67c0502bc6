package io.milvaion.bench.raw;

import com.rabbitmq.client.Connection;
import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerSettings;
import io.milvaion.platform.amqp.BrokerUnavailable;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import redis.clients.jedis.RedisClient;

/**
 * Makes the stages over their servers.
 *
 * @param databaseUrl of a database with the node's tables, for JDBC
 * @param broker to publish over links of the publishers' own
 */
record Stages(String databaseUrl, RedisClient redis, RedisKeys keys, URI broker) {

    DispatchStage dispatch() throws SQLException {
        return new DispatchStage(databaseUrl, redis, keys);
    }

    PublishStage publish() throws BrokerUnavailable, IOException {
        var link =
                new BrokerLink(
                        new BrokerSettings(broker, 3_000, 10),
                        "bench",
                        Executors.defaultThreadFactory());
        return new PublishStage(link, redis, keys);
    }

    WorkStage work(Connection consuming) throws IOException {
        return new WorkStage(consuming, redis, keys);
    }

    TrackStage track(Connection consuming) throws IOException, SQLException {
        return new TrackStage(databaseUrl, consuming, redis, keys);
    }
}
