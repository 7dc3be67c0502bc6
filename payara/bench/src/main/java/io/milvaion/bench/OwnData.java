package io.milvaion.bench;

import com.rabbitmq.client.ConnectionFactory;
import io.milvaion.contract.RedisKeys;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import redis.clients.jedis.RedisClient;

/**
 * A database, keys and a virtual host of one build, on the servers that all share; empty at first,
 * and gone at the end but for the queues of the virtual host, which must exist.
 */
record OwnData(String name, OwnDatabase database, ServiceUrls urls, RedisKeys keys)
        implements AutoCloseable {

    /**
     * @param virtualHost null for the given one
     */
    static OwnData create(ServiceUrls urls, String name, String virtualHost)
            throws IOException, SQLException {
        var broker = virtualHost == null ? urls.rabbitmq() : at(urls.rabbitmq(), virtualHost);
        var database = OwnDatabase.create(urls, "milvaion_bench_" + name);
        var own = new ServiceUrls(database.url(), urls.redis(), broker);
        var data = new OwnData(name, database, own, new RedisKeys("Milvaion:Bench:" + name + ":"));
        data.deleteKeys();
        return data;
    }

    private static String at(String broker, String virtualHost) throws IOException {
        var url = URI.create(broker).resolve("/" + virtualHost).toString();
        var factory = new ConnectionFactory();
        try {
            factory.setUri(url);
            factory.newConnection("bench").close();
            return url;
        } catch (Exception e) { // of whatever kind
            throw new IOException("the virtual host " + virtualHost + " cannot be used", e);
        }
    }

    Build build(String title, Path war) {
        return new Build(title, name, war, urls, keys);
    }

    private void deleteKeys() {
        try (var redis = RedisClient.create(urls.redis())) {
            redis.keys(keys.prefix() + "*").forEach(key -> redis.del(key));
        }
    }

    @Override
    public void close() throws SQLException {
        deleteKeys();
        database.close();
    }
}
