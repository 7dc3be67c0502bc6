package io.milvaion.tests.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param target what stands after the method, as it is
 * @param headers lines without their ends, but for those that the connection needs
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawRequest(String method, String target, List<String> headers, byte[] body) {

    private static final int SHOWN = 400;

    public static RawRequest of(String method, String target) {
        return new RawRequest(method, target, List.of(), null);
    }

    public RawRequest with(String header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(method, target, more, body);
    }

    public RawRequest with(byte[] otherBody) {
        return new RawRequest(method, target, headers, otherBody);
    }

    public RawRequest with(String mediaType, String text) {
        return with("Content-Type: " + mediaType).with(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Header names and values are bytes of UTF-8, so that those beyond ASCII are, too. */
    byte[] bytes(String host) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: ").append(host).append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        head.append("Connection: close\r\n");
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        var text = body == null ? "no body" : new String(body, StandardCharsets.ISO_8859_1);
        return method + " " + cut(target) + " " + cut(headers.toString()) + " " + cut(text);
    }

    private static String cut(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + "... (" + text.length() + ")";
    }
}
