package io.milvaion.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports of 127.0.0.1 for nodes, one after the other. */
final class Ports {

    private static final int LAST = 65_535;

    private int next;

    Ports(int first) {
        this.next = first;
    }

    /** The next port that nobody listens on; a later call gives a higher one. */
    int take() throws IOException {
        while (next <= LAST) {
            int port = next++;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("no free port is left");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket =
                new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
