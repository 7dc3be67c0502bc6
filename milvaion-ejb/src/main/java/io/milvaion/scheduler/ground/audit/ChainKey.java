package io.milvaion.scheduler.ground.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes entries and the chain, with the secret of the installation if it has one. */
final class ChainKey {

    private static final String MAC = "HmacSHA256";
    private static final String HASH = "SHA-256";

    /** Of an installation without a secret: whoever writes into the database can do it, too. */
    static final ChainKey NONE = new ChainKey(null);

    private final SecretKeySpec key; // null: none

    private ChainKey(SecretKeySpec key) {
        this.key = key;
    }

    static ChainKey of(String secret) {
        var bytes = NONE.hash(("audit " + secret).getBytes(StandardCharsets.UTF_8));
        return new ChainKey(new SecretKeySpec(bytes, MAC));
    }

    /** Of one entry by itself. */
    byte[] digest(AuditEntry entry) {
        return hash(Canonical.of(entry));
    }

    /** Of an entry at its place in the chain. */
    byte[] chain(byte[] previous, long number, byte[] digest) {
        return hash(
                ByteBuffer.allocate(previous.length + Long.BYTES + digest.length)
                        .put(previous)
                        .putLong(number)
                        .put(digest)
                        .array());
    }

    byte[] hash(byte[] input) {
        try {
            if (key == null) {
                return MessageDigest.getInstance(HASH).digest(input);
            }
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java can hash", e);
        }
    }
}
