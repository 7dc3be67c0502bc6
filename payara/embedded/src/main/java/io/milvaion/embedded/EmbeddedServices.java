package io.milvaion.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The services that nobody gave: PostgreSQL and Redis in the background, an AMQP broker in this
 * JVM; all files below one directory that survives a restart. They listen on ports of 127.0.0.1
 * that stay the same where they are free, and want passwords that no other user of the machine can
 * read.
 *
 * <p>Not safe for use by several threads. Whoever starts it closes it; a program that dies without
 * closing it leaves PostgreSQL and Redis running, and the next start on the same directory stops
 * them first.
 */
public final class EmbeddedServices implements AutoCloseable {

    private final Path directory;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private ServiceUrls urls;
    private AmqpBroker broker;

    private EmbeddedServices(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts what is not given and returns when everything started accepts connections: about four
     * seconds the first time, two later.
     *
     * @param dataDirectory is created if it is missing, closed to other users; PostgreSQL and Redis
     *     go on with what it holds, the broker is always empty
     * @param given the services to use instead of embedded ones; its fields may be null. They are
     *     not looked at, only handed on by {@link #urls()}
     * @param progress is called in this thread with a short line before each thing that takes time
     * @throws IOException if the directory is in use, or a server does not start; what was started
     *     is stopped again
     */
    public static EmbeddedServices start(
            Path dataDirectory, ServiceUrls given, Consumer<String> progress) throws IOException {
        EmbeddedServices services =
                new EmbeddedServices(dataDirectory.toAbsolutePath().normalize());
        try {
            services.open(given, progress);
            return services;
        } catch (IOException | RuntimeException e) {
            try {
                services.close();
            } catch (IOException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /** Those given and those started; none is null. */
    public ServiceUrls urls() {
        return urls;
    }

    /**
     * Stops the embedded broker and starts an empty one on the same port: connections break, and
     * exchanges, queues and messages are gone.
     *
     * @throws IllegalStateException if the broker was given
     */
    public void restartBroker() throws IOException {
        if (broker == null) {
            throw new IllegalStateException("the broker is not an embedded one");
        }
        broker.close();
        broker = AmqpBroker.start(brokerDirectory());
    }

    /**
     * Stops what was started: the broker, Redis, then PostgreSQL, and leaves the directory to
     * others. A second call does nothing. An interrupted thread does all of it too, and stays
     * interrupted.
     *
     * @throws IOException if a server could not be stopped; the others have been
     */
    @Override
    public void close() throws IOException {
        boolean interrupted = Thread.interrupted();
        IOException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) { // what AutoCloseable declares
                if (failure == null) {
                    failure = new IOException("a service could not be stopped: " + e.getMessage());
                }
                failure.addSuppressed(e);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void open(ServiceUrls given, Consumer<String> progress) throws IOException {
        opened.push(DataDirectoryLock.take(directory));
        Path binaries = directory.resolve("programs");
        String db = given.db();
        if (db == null) {
            progress.accept("Starting PostgreSQL");
            PostgresServer postgres = new PostgresServer(directory.resolve("postgres"), binaries);
            opened.push(postgres);
            postgres.start();
            db = postgres.url();
        }
        String redis = given.redis();
        if (redis == null) {
            progress.accept("Starting Redis");
            RedisServer server = new RedisServer(directory.resolve("redis"), binaries);
            opened.push(server);
            server.start();
            redis = server.url();
        }
        String rabbitmq = given.rabbitmq();
        if (rabbitmq == null) {
            progress.accept("Starting the AMQP broker");
            broker = AmqpBroker.start(brokerDirectory());
            opened.push(() -> broker.close());
            rabbitmq = broker.url();
        }
        urls = new ServiceUrls(db, redis, rabbitmq);
    }

    private Path brokerDirectory() {
        return directory.resolve("broker");
    }
}
