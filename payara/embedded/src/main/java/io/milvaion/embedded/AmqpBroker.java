package io.milvaion.embedded;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.BrokerImpl;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.Container;
import org.apache.qpid.server.model.SystemConfig;

/**
 * Apache Qpid Broker-J inside this JVM. Queues and messages live in memory and end with it. It
 * ignores quorum queues, dead-letter arguments, time to live and length limits.
 */
final class AmqpBroker implements AutoCloseable {

    /** Held because the logging system forgets the level of a logger that nobody holds. */
    private static final Logger OPERATIONS = Logger.getLogger("qpid.message");

    private static final Logger BROKER = Logger.getLogger("org.apache.qpid");

    static {
        // Below this level each connection, channel, queue and binding is a line.
        OPERATIONS.setLevel(Level.WARNING);
        BROKER.setLevel(Level.WARNING);
    }

    private static final String USER = "milvaion";

    /** A message with an expiration lives this long at least, whatever that says. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    private final int port;
    private final String password;
    private final SystemLauncher launcher;

    private AmqpBroker(int port, String password, SystemLauncher launcher) {
        this.port = port;
        this.password = password;
        this.launcher = launcher;
    }

    /**
     * Starts an empty broker.
     *
     * @param directory for the little that it writes to disk, its password and its port, which is
     *     that of last time where it is free
     */
    static AmqpBroker start(Path directory) throws IOException {
        OwnerOnly.close(directory);
        String password = OwnerOnly.secret(directory.resolve("password"));
        int port = Loopback.port(directory.resolve("port"));
        AtomicReference<SystemConfig<?>> system = new AtomicReference<>();
        SystemLauncher launcher =
                new SystemLauncher(
                        new SystemLauncherListener.DefaultSystemLauncherListener() {
                            @Override
                            public void onContainerResolve(SystemConfig<?> resolved) {
                                system.set(resolved);
                            }
                        });
        try {
            launcher.startup(
                    Map.of(
                            ConfiguredObject.TYPE,
                            "Memory",
                            SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                            resource("broker.json"),
                            SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION,
                            resource("broker.properties"),
                            SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                            false,
                            ConfiguredObject.CONTEXT,
                            Map.of(
                                    SystemConfig.QPID_WORK_DIR,
                                    directory.toString(),
                                    "qpid.amqp_port",
                                    Integer.toString(port),
                                    "qpid.amqp_user",
                                    USER,
                                    "qpid.amqp_password",
                                    password,
                                    // It reads the milliseconds of an expiration as a date.
                                    "queue.minimumMessageTtl",
                                    Long.toString(SHORTEST_LIFE.toMillis()),
                                    "queue.behaviourOnUnknownDeclareArgument",
                                    "IGNORE")));
            outliveShutdown(system.get().getContainer());
        } catch (Exception e) { // what startup declares
            launcher.shutdown();
            throw new IOException("the embedded AMQP broker does not start", e);
        }
        return new AmqpBroker(port, password, launcher);
    }

    String url() {
        return "amqp://%s:%s@127.0.0.1:%d/%%2F".formatted(USER, password, port);
    }

    /** Closes all connections; queues and messages are gone. */
    @Override
    public void close() {
        launcher.shutdown();
    }

    /**
     * The broker would end by a shutdown hook of its own as soon as the JVM is told to, before the
     * nodes that use it; there is no setting against it. Whoever started it closes it.
     */
    private static void outliveShutdown(Container<?> broker) throws ReflectiveOperationException {
        Field hook = BrokerImpl.class.getDeclaredField("_shutdownHook");
        hook.setAccessible(true);
        if (!Runtime.getRuntime().removeShutdownHook((Thread) hook.get(broker))) {
            throw new IllegalStateException("the broker has no shutdown hook any more");
        }
    }

    private static String resource(String name) {
        return AmqpBroker.class.getResource(name).toExternalForm();
    }
}
