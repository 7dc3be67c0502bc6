package io.milvaion.scheduler.ground.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A request with an idempotency key.
 *
 * @param scope within which the key has its meaning: who asks for what
 * @param content all that makes a request with the same key another one
 */
public record KeyedRequest(String key, List<String> scope, List<byte[]> content) {

    byte[] scopeHash() {
        var digest = sha256();
        for (var part : scope) {
            add(digest, part.getBytes(StandardCharsets.UTF_8));
        }
        add(digest, key.getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }

    byte[] contentHash() {
        var digest = sha256();
        content.forEach(part -> add(digest, part));
        return digest.digest();
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
