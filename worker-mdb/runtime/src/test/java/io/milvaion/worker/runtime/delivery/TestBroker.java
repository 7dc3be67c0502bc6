package io.milvaion.worker.runtime.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.SystemConfig;

/** An AMQP broker inside this JVM that forgets everything when it is restarted. */
final class TestBroker implements AutoCloseable {

    private static final Logger OPERATIONS = Logger.getLogger("qpid.message"); // held, see below

    private final int port;
    private SystemLauncher launcher;

    private TestBroker(int port) {
        this.port = port;
    }

    static TestBroker start() throws Exception {
        OPERATIONS.setLevel(Level.WARNING); // forgotten unless somebody holds the logger
        var broker = new TestBroker(freePort());
        broker.restart();
        return broker;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Starts it again, empty, where it was. */
    void restart() throws Exception {
        launcher = new SystemLauncher();
        launcher.startup(
                Map.of(
                        ConfiguredObject.TYPE,
                        "Memory",
                        SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                        TestBroker.class.getResource("broker.json").toExternalForm(),
                        SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                        false,
                        ConfiguredObject.CONTEXT,
                        Map.of(
                                SystemConfig.QPID_WORK_DIR,
                                Files.createTempDirectory(
                                                Path.of("target").toAbsolutePath(), "broker")
                                        .toString(),
                                "qpid.amqp_port",
                                Integer.toString(port),
                                "queue.behaviourOnUnknownDeclareArgument",
                                "IGNORE")));
    }

    void stop() {
        launcher.shutdown();
    }

    @Override
    public void close() {
        stop();
    }
}
