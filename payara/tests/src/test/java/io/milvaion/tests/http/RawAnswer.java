package io.milvaion.tests.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came back until the connection was closed.
 *
 * @param headers names in lower case
 */
public record RawAnswer(int status, Map<String, String> headers, String body) {

    private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    static RawAnswer of(byte[] bytes) {
        int end = indexOf(bytes, BLANK_LINE, 0);
        if (end < 0) {
            throw new IllegalArgumentException("no answer: " + text(bytes, 0, bytes.length));
        }
        var lines = text(bytes, 0, end).split("\r\n");
        var headers =
                Arrays.stream(lines)
                        .skip(1)
                        .map(line -> line.split(":\\s*", 2))
                        .collect(
                                Collectors.toMap(
                                        part -> part[0].toLowerCase(Locale.ROOT),
                                        part -> part[1],
                                        (a, b) -> a + ", " + b));
        var body = Arrays.copyOfRange(bytes, end + BLANK_LINE.length, bytes.length);
        boolean chunked = "chunked".equals(headers.get("transfer-encoding"));
        return new RawAnswer(
                Integer.parseInt(lines[0].split(" ", 3)[1]),
                headers,
                new String(chunked ? joined(body) : body, StandardCharsets.UTF_8));
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    private static byte[] joined(byte[] chunks) {
        var whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length) {
            int end = indexOf(chunks, BLANK_LINE, at, 2);
            int size = Integer.parseInt(text(chunks, at, end), 16);
            whole.write(chunks, end + 2, size);
            at = size == 0 ? chunks.length : end + 2 + size + 2;
        }
        return whole.toByteArray();
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        return indexOf(bytes, wanted, from, wanted.length);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from, int length) {
        for (int at = from; at + length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + length, wanted, 0, length)) {
                return at;
            }
        }
        return -1;
    }
}
