package io.milvaion.ear;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A domain of an unpacked Payara Server: made, started, and in the end stopped and deleted. It
 * listens on 127.0.0.1 only.
 */
final class PayaraServer implements AutoCloseable {

    private static final String DOMAIN = "milvaion-test";

    /** The server takes single ports up to about this far above the base. */
    private static final int PORTS = 100;

    private final Path home;
    private final Path domains;
    private final int portBase;

    private PayaraServer(Path home, Path domains, int portBase) {
        this.home = home;
        this.domains = domains;
        this.portBase = portBase;
    }

    /**
     * @param home the unpacked distribution
     * @param domains is created; holds the domain and its log
     * @param environment for the server's process
     */
    static PayaraServer start(Path home, Path domains, Map<String, String> environment)
            throws IOException {
        Files.createDirectories(domains);
        var server = new PayaraServer(home, domains, freePortBase());
        server.discardLeftover();
        server.asadmin(
                "create-domain", "--portbase=" + server.portBase, "--nopassword=true", DOMAIN);
        server.listenOnLoopback();
        Path commands = domains.resolve("after-boot.txt");
        Files.writeString(
                commands, "set-metrics-configuration --endpoint=mp-metrics --dynamic=false\n");
        try {
            server.asadmin(
                    environment, "start-domain", "--postbootcommandfile=" + commands, DOMAIN);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + (portBase + 80) + "/");
    }

    Path log() {
        return domains.resolve(DOMAIN).resolve("logs/server.log");
    }

    void deploy(Path archive) throws IOException {
        asadmin("--port=" + (portBase + 48), "deploy", archive.toString());
    }

    /** Stops the domain and deletes it, all but its log. */
    @Override
    public void close() throws IOException {
        asadmin("stop-domain", "--kill=true", DOMAIN);
        Files.copy(log(), domains.resolve("server.log"), StandardCopyOption.REPLACE_EXISTING);
        asadmin("delete-domain", DOMAIN);
    }

    /** Does away with the domain of a run that was killed; it may still be up or not. */
    private void discardLeftover() throws IOException {
        if (Files.notExists(domains.resolve(DOMAIN))) {
            return;
        }
        try {
            asadmin("stop-domain", "--kill=true", DOMAIN);
        } catch (IOException e) {
            System.out.println("Not running any more: " + DOMAIN);
        }
        asadmin("delete-domain", DOMAIN); // refuses if it is up
    }

    private void listenOnLoopback() throws IOException {
        Path file = domains.resolve(DOMAIN).resolve("config/domain.xml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "<network-listener port",
                                "<network-listener address=\"127.0.0.1\" port")
                        .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                        .replace(
                                "<hazelcast-config-specific-configuration>",
                                "<hazelcast-config-specific-configuration enabled=\"false\">")
                        .replace(
                                "<jms-service type=\"EMBEDDED\"",
                                "<jms-service type=\"DISABLED\""));
    }

    private void asadmin(String... arguments) throws IOException {
        asadmin(Map.of(), arguments);
    }

    /** Runs a command of the server, for five minutes at most. */
    private void asadmin(Map<String, String> environment, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                "sh",
                                home.resolve("bin/asadmin").toString(),
                                "--interactive=false"));
        for (String argument : arguments) {
            command.add(argument);
            if (argument.endsWith("-domain")) {
                command.add("--domaindir=" + domains);
            }
        }
        Path output = Files.createTempFile(domains, "asadmin", ".txt");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(command + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(command + " was interrupted");
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /** The start of a range of ports none of which is in use now. */
    private static int freePortBase() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = 20_000 + PORTS * ThreadLocalRandom.current().nextInt(100);
            if (isFree(base)) {
                return base;
            }
        }
        throw new IOException("no free range of ports was found");
    }

    private static boolean isFree(int base) {
        for (int port = base; port < base + PORTS; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
