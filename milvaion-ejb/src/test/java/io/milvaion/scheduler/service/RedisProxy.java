package io.milvaion.scheduler.service;

import io.milvaion.contract.RedisKeys;
import io.milvaion.platform.redis.Redis;
import io.milvaion.platform.redis.RedisSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to Redis. Told to lose calls it cuts the connection that makes one: before
 * Redis has heard of it, or when Redis has answered it.
 */
public final class RedisProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger losing = new AtomicInteger();
    private volatile String word = "";
    private volatile boolean answered;
    private volatile boolean refusing;

    RedisProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** A connection through this proxy; the caller closes it. */
    public Redis redis(RedisKeys keys) {
        return Redis.connect(
                new RedisSettings(
                        URI.create("redis://127.0.0.1:" + server.getLocalPort() + "/0"),
                        keys,
                        2_000,
                        8));
    }

    /**
     * Loses the next calls that contain a word.
     *
     * @param calls how many
     * @param made whether Redis makes them, and only its answers are lost
     */
    public void lose(String callsWith, int calls, boolean made) {
        word = callsWith;
        answered = made;
        losing.set(calls);
    }

    /** How many calls it still has to lose. */
    public int toLose() {
        return losing.get();
    }

    /** Cuts all connections and lets no new ones through. */
    public void cut() {
        refusing = true;
        open.forEach(RedisProxy::close);
        open.clear();
    }

    public void mend() {
        refusing = false;
    }

    private void accept() {
        try {
            while (true) {
                var from = server.accept();
                if (refusing) {
                    close(from);
                    continue;
                }
                var to = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(from);
                open.add(to);
                threads.execute(() -> calls(from, to));
            }
        } catch (IOException expected) {
            threads.shutdown(); // closed
        }
    }

    /** A pooled connection waits for each answer before its next call. */
    private void calls(Socket from, Socket to) {
        try (from;
                to) {
            var buffer = new byte[1 << 16];
            var lose = new boolean[1];
            threads.execute(() -> answers(to, from, lose));
            for (int n = from.getInputStream().read(buffer);
                    n > 0;
                    n = from.getInputStream().read(buffer)) {
                synchronized (lose) {
                    lose[0] |= isToLose(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    if (lose[0] && !answered) {
                        return;
                    }
                }
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException expected) {
            return; // cut: both ends are closed now
        }
    }

    private boolean isToLose(String call) {
        return call.contains(word) && losing.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    private static void answers(Socket from, Socket to, boolean[] lose) {
        try (from;
                to) {
            copy(from.getInputStream(), to.getOutputStream(), lose);
        } catch (IOException expected) {
            return;
        }
    }

    private static void copy(InputStream from, OutputStream to, boolean[] lose) throws IOException {
        var buffer = new byte[1 << 16];
        for (int n = from.read(buffer); n > 0; n = from.read(buffer)) {
            synchronized (lose) {
                if (lose[0]) {
                    return;
                }
            }
            to.write(buffer, 0, n);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
