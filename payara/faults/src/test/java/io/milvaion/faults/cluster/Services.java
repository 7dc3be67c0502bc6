package io.milvaion.faults.cluster;

import io.milvaion.embedded.ServiceUrls;
import io.milvaion.faults.host.PostgresServer;
import io.milvaion.faults.host.RabbitServer;
import io.milvaion.faults.host.RedisServer;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The servers that the cluster needs, and the database of the ledger, which no fault touches. For
 * one thread.
 */
final class Services implements AutoCloseable {

    final PostgresServer postgres;
    final PostgresServer ledger;
    final RedisServer redis;
    final RabbitServer broker;

    /**
     * @param directory is empty
     */
    Services(Path directory) throws IOException, InterruptedException {
        postgres = PostgresServer.create(directory.resolve("postgres"), "max_connections=120");
        ledger =
                PostgresServer.create(
                        directory.resolve("ledger"), "max_connections=400", "fsync=off");
        redis = RedisServer.create(directory.resolve("redis"));
        broker = RabbitServer.create(directory.resolve("broker"));
    }

    ServiceUrls urls() {
        return new ServiceUrls(postgres.url(), redis.url(), broker.url());
    }

    /** Starts those that were stopped. */
    void startMissing() throws IOException, InterruptedException {
        if (!postgres.isRunning()) {
            postgres.start();
        }
        if (!redis.isRunning()) {
            redis.start();
        }
        if (!broker.isRunning()) {
            broker.start();
        }
    }

    @Override
    public void close() throws IOException {
        broker.close();
        redis.close();
        postgres.close();
        ledger.close();
    }
}
