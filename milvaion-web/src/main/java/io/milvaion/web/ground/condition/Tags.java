package io.milvaion.web.ground.condition;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.milvaion.web.ground.json.ApiJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes an {@code ETag} of what is answered, for things without a version. */
final class Tags {

    private static final int LENGTH = 32;

    private Tags() {}

    static String of(Object view) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(ApiJson.write(view));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
