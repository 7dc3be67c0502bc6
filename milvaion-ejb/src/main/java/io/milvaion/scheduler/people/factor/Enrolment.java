package io.milvaion.scheduler.people.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app has to know; told once.
 *
 * @param secret in base 32
 * @param uri the same as apps read it from a QR code
 */
public record Enrolment(String secret, String uri) {

    private static final String ISSUER = "Milvaion";

    static Enrolment of(byte[] secret, String name) {
        var text = Base32.encode(secret);
        var label = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        var uri =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                        .formatted(ISSUER, label, text, ISSUER, Totp.DIGITS, Totp.STEP_SECONDS);
        return new Enrolment(text, uri);
    }

    @Override
    public String toString() {
        return "Enrolment[]";
    }
}
