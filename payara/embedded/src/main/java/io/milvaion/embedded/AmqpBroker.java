package io.milvaion.embedded;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.ConfiguredObject;
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

    private final int port;
    private final SystemLauncher launcher;

    private AmqpBroker(int port, SystemLauncher launcher) {
        this.port = port;
        this.launcher = launcher;
    }

    /**
     * Starts an empty broker.
     *
     * @param directory for the little that it writes to disk
     * @param port on 127.0.0.1
     */
    static AmqpBroker start(Path directory, int port) throws IOException {
        URL configuration = AmqpBroker.class.getResource("broker.json");
        SystemLauncher launcher = new SystemLauncher();
        try {
            launcher.startup(
                    Map.of(
                            ConfiguredObject.TYPE,
                            "Memory",
                            SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                            configuration.toExternalForm(),
                            SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                            false,
                            ConfiguredObject.CONTEXT,
                            Map.of(
                                    SystemConfig.QPID_WORK_DIR,
                                    directory.toString(),
                                    "qpid.amqp_port",
                                    Integer.toString(port),
                                    "queue.behaviourOnUnknownDeclareArgument",
                                    "IGNORE")));
        } catch (Exception e) { // what startup declares
            launcher.shutdown();
            throw new IOException("the embedded AMQP broker does not start", e);
        }
        return new AmqpBroker(port, launcher);
    }

    int port() {
        return port;
    }

    String url() {
        return "amqp://guest:guest@127.0.0.1:" + port + "/%2F";
    }

    /** Closes all connections; queues and messages are gone. */
    @Override
    public void close() {
        launcher.shutdown();
    }
}
