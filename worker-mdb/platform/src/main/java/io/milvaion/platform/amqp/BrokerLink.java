package io.milvaion.platform.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;

/**
 * One connection to the broker: opened at the first channel, and again at the next channel after it
 * broke. There is no hidden recovery: whoever holds a channel sees it close, and decides. Safe to
 * share; a {@link Channel} belongs to one thread.
 */
public final class BrokerLink implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(BrokerLink.class.getName());

    /** A refused connection is not tried again sooner. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Writes to channels. */
    @FunctionalInterface
    public interface Writes {
        void run() throws IOException;
    }

    private final String name;
    private final ConnectionFactory factory;
    private final ExecutorService callbacks;
    private final QueueLosses losses = new QueueLosses();
    private Connection connection; // guarded by this
    private long lastFailure = System.nanoTime() - PAUSE.toNanos(); // guarded by this
    private volatile String blocked;
    private volatile CorkedSocket socket; // of the present connection; null with TLS
    private boolean closed; // guarded by this

    /**
     * @param name shown in the broker's list of connections
     * @param threads makes the threads that read from the socket and call consumers
     */
    public BrokerLink(BrokerSettings settings, String name, ThreadFactory threads) {
        this.name = name;
        callbacks = Executors.newCachedThreadPool(threads);
        factory = new ConnectionFactory();
        try {
            factory.setUri(settings.url());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(BrokerSettings.URL + " cannot be used", e);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(settings.connectTimeoutMillis());
        factory.setHandshakeTimeout(settings.connectTimeoutMillis());
        factory.setChannelRpcTimeout(10_000);
        factory.setRequestedHeartbeat(settings.heartbeatSeconds());
        factory.setThreadFactory(threads);
        if (!factory.isSSL()) {
            factory.setSocketFactory(
                    new CorkedSocket.Factory() {
                        @Override
                        void made(CorkedSocket made) {
                            socket = made;
                        }
                    });
        }
    }

    /**
     * Opens a channel, and the connection if there is none. Blocks for the connect timeout at most.
     *
     * @throws BrokerUnavailable at once if the last attempt has just failed
     */
    public Channel openChannel() throws BrokerUnavailable {
        try {
            Channel channel = connection().createChannel();
            if (channel == null) {
                throw new BrokerUnavailable(
                        "the broker at " + address() + " allows no more channels", null);
            }
            return channel;
        } catch (IOException | com.rabbitmq.client.AlreadyClosedException e) {
            throw new BrokerUnavailable(
                    "cannot open a channel at " + address() + ": " + reason(e), e);
        }
    }

    /** Closes a channel, whatever state it and its connection are in. */
    public static void abort(Channel channel) {
        try {
            channel.abort();
        } catch (IOException e) { // declared, and swallowed inside already
            LOG.log(System.Logger.Level.DEBUG, "aborting a channel", e);
        }
    }

    /** Whether a call has failed, and its channel is closed, because there is no such queue. */
    public static boolean isMissing(IOException e) {
        return e.getCause() instanceof ShutdownSignalException signal
                && signal.getReason() instanceof AMQP.Channel.Close close
                && close.getReplyCode() == AMQP.NOT_FOUND;
    }

    /**
     * Does writes to channels of this link so that they leave together. None of them may wait for
     * an answer of the broker.
     *
     * @throws IOException as a write does, also for an earlier one
     */
    public void together(Writes writes) throws IOException {
        var corked = socket;
        if (corked == null) {
            writes.run();
            return;
        }
        corked.cork();
        try {
            writes.run();
        } finally {
            corked.uncork();
        }
    }

    /** Where the broker is, and the setting that says so; without user and password. */
    public String address() {
        return "%s:%d (%s)".formatted(factory.getHost(), factory.getPort(), BrokerSettings.URL);
    }

    /** Some failures have no message, such as a broken login. */
    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    public synchronized boolean connected() {
        return connection != null && connection.isOpen();
    }

    /** Says why the broker takes no messages now, if it has said that it takes none. */
    public Optional<String> blocked() {
        return Optional.ofNullable(blocked);
    }

    /** The queues that its consumers have lost. */
    public QueueLosses losses() {
        return losses;
    }

    private synchronized Connection connection() throws BrokerUnavailable {
        if (closed) {
            throw new BrokerUnavailable("this node is stopping", null);
        }
        if (connected()) {
            return connection;
        }
        if (System.nanoTime() - lastFailure < PAUSE.toNanos()) {
            throw new BrokerUnavailable(
                    "the broker at " + address() + " has just refused a connection", null);
        }
        try {
            connection = factory.newConnection(callbacks, name);
            blocked = null;
            connection.addBlockedListener(
                    new BlockedListener() {
                        @Override
                        public void handleBlocked(String reason) {
                            blocked = reason;
                        }

                        @Override
                        public void handleUnblocked() {
                            blocked = null;
                        }
                    });
            return connection;
        } catch (IOException | TimeoutException e) {
            lastFailure = System.nanoTime();
            throw new BrokerUnavailable(
                    "cannot connect to the broker at " + address() + ": " + reason(e), e);
        }
    }

    /** Closes the connection and all its channels; later calls throw {@link BrokerUnavailable}. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (connection != null) {
                connection.abort(2_000);
            }
        }
        callbacks.shutdown();
    }
}
