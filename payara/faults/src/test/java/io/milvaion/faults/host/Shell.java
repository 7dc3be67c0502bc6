package io.milvaion.faults.host;

import io.milvaion.embedded.Command;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;

/** Programs of the machine, each run to its end. */
public final class Shell {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private Shell() {}

    /**
     * @return what it wrote
     * @throws IOException if it does not end with status 0
     */
    public static String run(String... words) throws IOException {
        return Command.run(LIMIT, List.of(words));
    }

    /** Sends a signal, such as {@code KILL}. */
    public static void signal(String name, long pid) throws IOException {
        run("kill", "-" + name, Long.toString(pid));
    }

    /** A TCP port of 127.0.0.1 that nobody listens on now. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
