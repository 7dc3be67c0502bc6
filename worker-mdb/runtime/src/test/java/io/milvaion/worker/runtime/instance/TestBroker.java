package io.milvaion.worker.runtime.instance;

import io.milvaion.worker.runtime.TestRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.ConfiguredObject;
import org.apache.qpid.server.model.SystemConfig;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An AMQP broker for a test class, inside this JVM; it forgets everything at a restart. */
final class TestBroker implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final Logger OPERATIONS = Logger.getLogger("qpid.message"); // held, see below

    private int port;
    private SystemLauncher launcher;

    /** One that a test starts and closes by itself. */
    static TestBroker start() throws Exception {
        var broker = new TestBroker();
        broker.begin();
        return broker;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        begin();
    }

    private void begin() throws Exception {
        OPERATIONS.setLevel(Level.WARNING); // forgotten unless somebody holds the logger
        port = TestRedis.freePort();
        restart();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
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
