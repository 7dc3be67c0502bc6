package io.milvaion.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** 127.0.0.1, the only address that the embedded services listen on. */
final class Loopback {

    private static final int LAST = 65_535;

    private Loopback() {}

    static InetSocketAddress at(int port) throws IOException {
        return new InetSocketAddress(address(), port);
    }

    /**
     * The TCP port that the file names if nobody listens on it, else one that the operating system
     * chooses and that the file names from now on. It is free when this returns; nothing keeps it
     * for the caller.
     */
    static int port(Path remembered) throws IOException {
        int port = bindable(named(remembered)).orElseGet(() -> bindable(0).orElseThrow());
        Files.writeString(remembered, Integer.toString(port));
        return port;
    }

    private static int named(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file).strip() : "";
        return text.matches("\\d{1,5}") ? Math.min(Integer.parseInt(text), LAST) : 0;
    }

    /** Empty if it is taken; 0 lets the operating system choose. */
    private static OptionalInt bindable(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, address())) {
            return OptionalInt.of(socket.getLocalPort());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private static InetAddress address() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
