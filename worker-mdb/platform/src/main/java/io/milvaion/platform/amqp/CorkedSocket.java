package io.milvaion.platform.amqp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * A socket that can be corked: what is written meanwhile leaves in few large packets. The client of
 * the broker sends each message by itself, which costs both sides a system call for each.
 */
final class CorkedSocket extends Socket {

    private static final int PACKET = 64 << 10;

    /** Makes sockets that are not connected, which is all that the broker's client asks for. */
    abstract static class Factory extends SocketFactory {

        /** Told of each socket. */
        abstract void made(CorkedSocket socket);

        @Override
        public Socket createSocket() {
            var socket = new CorkedSocket();
            made(socket);
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    private Corked out; // guarded by this

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new Corked(super.getOutputStream());
        }
        return out;
    }

    /** From now on nothing leaves before 64 KiB are there. */
    void cork() throws IOException {
        ((Corked) getOutputStream()).cork();
    }

    /** Sends what has waited. */
    void uncork() throws IOException {
        ((Corked) getOutputStream()).uncork();
    }

    private static final class Corked extends OutputStream {

        private final OutputStream socket;
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        private boolean corked;

        Corked(OutputStream socket) {
            this.socket = socket;
        }

        synchronized void cork() {
            corked = true;
        }

        synchronized void uncork() throws IOException {
            corked = false;
            send();
        }

        @Override
        public synchronized void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            if (!corked) {
                socket.write(bytes, from, length);
                return;
            }
            waiting.write(bytes, from, length);
            if (waiting.size() >= PACKET) {
                send();
            }
        }

        private void send() throws IOException {
            if (waiting.size() > 0) {
                waiting.writeTo(socket);
                waiting.reset();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
