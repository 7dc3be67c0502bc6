package io.milvaion.scheduler.people.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/** Connections to a directory, kept for the service account, made anew for people. */
final class DirectoryLine implements AutoCloseable {

    private final ServerSet server;
    private final LDAPConnectionPool pool;

    /** Asks nobody yet. */
    DirectoryLine(DirectorySettings settings, SSLContext tls) throws LDAPException {
        var encrypted = new NamedSockets(tls.getSocketFactory());
        PostConnectProcessor encrypt =
                settings.startTls() ? new StartTLSPostConnectProcessor(encrypted) : null;
        SocketFactory sockets =
                DirectorySettings.isTls(settings.url()) ? encrypted : SocketFactory.getDefault();
        var host = settings.url().getHost();
        var options = options(settings);
        server = new SingleServerSet(host, settings.port(), sockets, options, null, encrypt);
        pool =
                new LDAPConnectionPool(
                        new SingleServerSet(host, settings.port(), sockets, options),
                        settings.lookup().service().orElse(null),
                        0,
                        settings.maxConnections(),
                        encrypt);
        pool.setRetryFailedOperationsDueToInvalidConnections(true);
        pool.setCreateIfNecessary(false); // whoever comes too late waits, and not for ever
        pool.setMaxWaitTimeMillis(settings.timeout().toMillis());
    }

    private static LDAPConnectionOptions options(DirectorySettings settings) {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        options.setUseSynchronousMode(true); // no thread for each connection
        options.setBindWithDNRequiresPassword(true);
        return options;
    }

    LDAPConnectionPool pool() {
        return pool;
    }

    /** A connection of one's own, encrypted and not bound; to be closed. */
    LDAPConnection open() throws LDAPException {
        return server.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
