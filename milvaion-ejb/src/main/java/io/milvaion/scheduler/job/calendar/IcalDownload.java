package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.time.ical.Ical;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Reads a file from an address elsewhere: over TLS, from the address that was checked, following no
 * redirects, within bounds of time and size. HTTP/1.0, so that the answer ends where the connection
 * does.
 */
final class IcalDownload {

    private static final int MOST_HEADER = 16_384;

    private final Set<String> allowed;
    private final SSLSocketFactory tls;
    private final Duration limit;

    IcalDownload(Set<String> allowed, SSLSocketFactory tls, Duration limit) {
        this.allowed = allowed;
        this.tls = tls;
        this.limit = limit;
    }

    /**
     * @throws IOException saying for people why it cannot be read
     */
    String read(String url) throws IOException {
        var uri = URI.create(url);
        var target = OutboundTarget.of(uri, allowed);
        long end = System.nanoTime() + limit.toNanos();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(target.address(), target.port()), left(end));
            plain.setSoTimeout(left(end));
            try (var socket =
                    (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true)) {
                var parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                socket.getOutputStream().write(request(uri, target));
                return answer(socket, end);
            }
        }
    }

    private static byte[] request(URI uri, OutboundTarget target) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return "GET %s%s HTTP/1.0\r\nHost: %s\r\nAccept: text/calendar\r\nConnection: close\r\n\r\n"
                .formatted(path, query, target.host())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String answer(SSLSocket socket, long end) throws IOException {
        var in = new BoundedReader(socket, end);
        var status = in.line().split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/")) {
            throw new IOException("The answer is not HTTP.");
        }
        if (!status[1].equals("200")) {
            throw new IOException("The answer is " + status[1] + ", not 200.");
        }
        while (!in.line().isEmpty()) {
            in.requireHeader();
        }
        return in.rest();
    }

    private static int left(long end) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new IOException("It took too long.");
        }
        return (int) left;
    }

    /** Reads no longer and no more than is allowed. */
    private static final class BoundedReader {

        private final SSLSocket socket;
        private final InputStream in;
        private final long end;
        private int header;

        BoundedReader(SSLSocket socket, long end) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.end = end;
        }

        String line() throws IOException {
            var line = new StringBuilder();
            for (int read = next(); read != '\n'; read = next()) {
                if (read < 0) {
                    throw new IOException("The answer ends too early.");
                }
                header++;
                requireHeader();
                line.append((char) read);
            }
            return line.toString().strip();
        }

        void requireHeader() throws IOException {
            if (header > MOST_HEADER) {
                throw new IOException("The head of the answer is too long.");
            }
        }

        private int next() throws IOException {
            socket.setSoTimeout(left(end));
            return in.read();
        }

        String rest() throws IOException {
            var body = ByteBuffer.allocate(Ical.MOST_BYTES + 1);
            int count = 0;
            while (count >= 0 && body.hasRemaining()) {
                socket.setSoTimeout(left(end));
                count = in.read(body.array(), body.position(), body.remaining());
                body.position(body.position() + Math.max(count, 0));
            }
            if (!body.hasRemaining()) {
                throw new IOException("It is longer than " + Ical.MOST_BYTES + " bytes.");
            }
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(body.flip()).toString();
            } catch (CharacterCodingException e) {
                throw new IOException("It is not UTF-8.", e);
            }
        }
    }
}
