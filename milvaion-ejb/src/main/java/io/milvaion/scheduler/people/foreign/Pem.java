package io.milvaion.scheduler.people.foreign;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownElsewhereSettings;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Public keys as text. */
final class Pem {

    private Pem() {}

    /**
     * @throws InvalidSetting if it is none
     */
    static PublicKey key(String text) {
        try {
            var base64 = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----|\\s|\\\\n", "");
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return Stream.of("EC", "RSA", "Ed25519")
                    .flatMap(kind -> key(kind, encoded).stream())
                    .findFirst()
                    .orElseThrow(() -> invalid(text));
        } catch (IllegalArgumentException e) {
            throw invalid(text);
        }
    }

    /** Empty if it is a key of another kind. */
    private static Optional<PublicKey> key(String kind, X509EncodedKeySpec encoded) {
        try {
            return Optional.of(KeyFactory.getInstance(kind).generatePublic(encoded));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + kind, e);
        }
    }

    private static InvalidSetting invalid(String text) {
        return new InvalidSetting(
                KnownElsewhereSettings.JWT_PUBLIC_KEY, text, "a public key in PEM");
    }
}
