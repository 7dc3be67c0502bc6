package io.milvaion.scheduler.people.directory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS to whom the certificate names. The library of the directory has no such check by default, and
 * the one that it can be given is not asked about connections that StartTLS encrypts.
 */
final class NamedSockets extends SSLSocketFactory {

    private static final String ALGORITHM = "LDAPS"; // the endpoint's name, as RFC 2830 has it

    private final SSLSocketFactory sockets;

    NamedSockets(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    @Override
    public Socket createSocket() throws IOException {
        return checking(sockets.createSocket());
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
            throws IOException {
        return checking(sockets.createSocket(socket, host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return checking(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return checking(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return checking(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return checking(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    private static Socket checking(Socket socket) {
        if (socket instanceof SSLSocket tls) {
            var parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm(ALGORITHM);
            tls.setSSLParameters(parameters);
        }
        return socket;
    }
}
