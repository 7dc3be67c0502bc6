package io.milvaion.scheduler.people.foreign;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import io.milvaion.platform.config.WebAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/**
 * Asks an issuer: small answers in a short time, from where nobody else reads along, and no
 * redirects. Safe to share.
 */
public final class WebClient implements ResourceRetriever {

    private static final int MAX_BYTES = 256 * 1024;
    private static final int CHUNK = 8 * 1024;

    private final SSLContext tls;
    private final Duration limit;

    /**
     * @param limit of a whole call
     */
    public WebClient(SSLContext tls, Duration limit) {
        this.tls = tls;
        this.limit = limit;
    }

    /** An answer, whatever its status. */
    public record Reply(int status, String type, String body) {}

    /** The time that a call may take. */
    Duration limit() {
        return limit;
    }

    /**
     * @throws IOException if there is no whole answer in time
     */
    public Reply get(URI address, Map<String, String> headers) throws IOException {
        return ask(address, headers, null);
    }

    /** Likewise, with a form. */
    public Reply post(URI address, Map<String, String> headers, String form) throws IOException {
        return ask(address, headers, form);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        var reply = get(URI.create(url.toString()), Map.of());
        if (reply.status() != HttpURLConnection.HTTP_OK) {
            throw new IOException(url + " answers " + reply.status());
        }
        return new Resource(reply.body(), reply.type());
    }

    private Reply ask(URI address, Map<String, String> headers, String form) throws IOException {
        if (!WebAddress.isSafe(address)) {
            throw new IOException("neither https nor loopback: " + address);
        }
        long end = System.nanoTime() + limit.toNanos();
        var connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            prepare(connection, headers);
            if (form != null) {
                connection.setDoOutput(true);
                connection.getOutputStream().write(form.getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            var in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
            return new Reply(status, connection.getContentType(), in == null ? "" : read(in, end));
        } finally {
            connection.disconnect();
        }
    }

    private void prepare(HttpURLConnection connection, Map<String, String> headers) {
        int millis = Math.toIntExact(limit.toMillis());
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(tls.getSocketFactory());
        }
        connection.setRequestProperty("Accept", "application/json");
        headers.forEach(connection::setRequestProperty);
    }

    private static String read(InputStream in, long end) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            out.write(chunk, 0, n);
            if (out.size() > MAX_BYTES || System.nanoTime() > end) {
                throw new IOException("the answer is too long or takes too long");
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
