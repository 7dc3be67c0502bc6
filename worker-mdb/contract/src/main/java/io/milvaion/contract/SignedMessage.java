package io.milvaion.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a worker signs of a message, with HMAC-SHA-256 and the key of its group: five lines, and the
 * body as it is.
 *
 * @param destination the queue, or the exchange of dead letters: what kind of message it is
 * @param subject {@code reply_to} of a question, the routing key of a dead letter, else empty
 * @param at when it was signed: milliseconds of the Redis clock
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SignedMessage(
        String destination, String subject, String group, String instance, String at, byte[] body) {

    public static final String GROUP_HEADER = "x-milvaion-group";
    public static final String INSTANCE_HEADER = "x-milvaion-instance";
    public static final String AT_HEADER = "x-milvaion-signed-at";
    public static final String SIGNATURE_HEADER = "x-milvaion-signature";

    private static final String VERSION = "milvaion-1";
    private static final String ALGORITHM = "HmacSHA256";

    /** The signature: 43 characters of base 64 for URLs. */
    public String by(String key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** Whether this is the signature; takes as long however much of it is right. */
    public boolean isSigned(String key, String signature) {
        return MessageDigest.isEqual(
                by(key).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signed() {
        var lines = String.join("\n", VERSION, destination, subject, group, instance, at, "");
        var bytes = new ByteArrayOutputStream(lines.length() + body.length);
        bytes.writeBytes(lines.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
