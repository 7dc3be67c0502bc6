package io.milvaion.faults.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a port of 127.0.0.1 that can be bad: it swallows what the server answers, or delays it.
 * Connections stay open all the while, so that neither side notices.
 */
public final class Proxy implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean swallowing;
    private volatile long delayMillis;

    private Proxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    public static Proxy to(int port) throws IOException {
        var proxy = new Proxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        start(proxy::accept);
        return proxy;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on answers vanish, also those to later connections. */
    public void swallowAnswers(boolean swallow) {
        swallowing = swallow;
    }

    /** From now on each piece of an answer is this late. */
    public void delayAnswers(long millis) {
        delayMillis = millis;
    }

    /** Breaks all connections; new ones are taken. */
    public void breakConnections() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // The proxy was closed.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.addAll(List.of(client, server));
            start(() -> pump(client, server, false));
            start(() -> pump(server, client, true));
        } catch (IOException e) { // the server is away
            client.close();
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (answers && delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                if (!answers || !swallowing) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException e) {
            // One of the two has gone, and so the other goes.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void start(Runnable loop) {
        var thread = new Thread(loop, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        breakConnections();
    }
}
