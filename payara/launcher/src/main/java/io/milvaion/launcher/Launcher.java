package io.milvaion.launcher;

import io.milvaion.embedded.OwnerOnly;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Starts the services and the nodes, says where they are, and stops all of it on Ctrl-C or SIGTERM.
 * {@code ./mvnw -Prun} runs it; {@link Options#USAGE}, printed for {@code --help}, says what can be
 * asked for.
 */
public final class Launcher {

    private final long started = System.nanoTime();
    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean stopping;

    private Launcher() {}

    /**
     * Returns only when everything has been stopped.
     *
     * @throws IOException if something could not be started, or all nodes have ended by themselves
     */
    public static void main(String[] arguments) throws IOException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        Options options = Options.of(System.getProperties());
        ServiceUrls given = ServiceUrls.fromEnvironment(System.getenv());
        new Launcher().run(options, given);
    }

    private void run(Options options, ServiceUrls given) throws IOException {
        logToFile(options.data());
        Thread running = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running), "milvaion-stop"));
        try (Installation installation = new Installation(options, this::say)) {
            try {
                installation.start(given);
                createSampleJobs(installation);
                announce(installation, options, given);
                installation.awaitEndOfAll();
                throw new IOException("no node is left");
            } catch (InterruptedException | IOException e) {
                if (!stopping) {
                    throw e instanceof IOException failure ? failure : new IOException(e);
                }
            } finally {
                // From here on the thread has to wait for those that it stops.
                Thread.interrupted();
            }
        } finally {
            finished.countDown();
        }
    }

    /** Runs in the shutdown hook: the JVM ends when this returns. */
    private void stop(Thread running) {
        stopping = true;
        running.interrupt();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void createSampleJobs(Installation installation) throws InterruptedException {
        try {
            if (new SampleJobs(installation.api()).createIfNone()) {
                say("Created three sample jobs");
            }
        } catch (IOException e) {
            say("Warning: the sample jobs could not be created: " + e.getMessage());
        }
    }

    /**
     * Prints no password that it was given: whoever reads the output need not know it. The one that
     * a first start has made is printed, this once.
     */
    private void announce(Installation installation, Options options, ServiceUrls given)
            throws IOException {
        StringBuilder text = new StringBuilder("%nMilvaion is running:%n".formatted());
        for (Node node : installation.nodes()) {
            text.append("  %-9s %s   log %s%n".formatted(node.name(), node.uri(), node.log()));
        }
        text.append("  data      %s%n".formatted(options.data()));
        Files.writeString(options.data().resolve("address"), address(installation));
        WorkerEnvironment environment = new WorkerEnvironment(installation.urls());
        Path file = environment.keepIn(options.data());
        text.append("A worker of your own needs this, which is kept in %s:%n".formatted(file));
        if (given.redis() == null && given.rabbitmq() == null) {
            text.append(environment.exports().indent(2));
        }
        text.append(login(installation.access(), address(installation).strip()));
        text.append("Press Ctrl-C to stop.");
        System.out.println(text);
    }

    private static String login(RootAccess access, String address) throws IOException {
        var password = access.takeFirstPassword();
        return password.map(
                                "Log in as root with the password %s and choose another one.%n"
                                        ::formatted)
                        .orElse("Log in as root.%n".formatted())
                + "Programs show a key. That of root, for curl:%n  curl -K %s %s/api/v1/jobs%n"
                        .formatted(access.curlFile(), address);
    }

    /** For scripts: where the first node is, without a slash at the end. */
    private static String address(Installation installation) {
        return installation.nodes().get(0).uri().toString().replaceFirst("/$", "\n");
    }

    private void say(String line) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - started) / 1e9, line);
    }

    /** What the libraries in this JVM have to say, the broker among them. */
    private static void logToFile(Path data) throws IOException {
        OwnerOnly.create(data);
        Handler file = new FileHandler(data.resolve("launcher.log").toString());
        file.setFormatter(new SimpleFormatter());
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(file);
    }
}
