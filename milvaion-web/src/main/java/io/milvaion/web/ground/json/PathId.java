package io.milvaion.web.ground.json;

import io.milvaion.scheduler.ground.refusal.InvalidInput;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids in paths. */
public final class PathId {

    static final String NO_UUID = "This must be a UUID.";

    static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathId() {}

    /**
     * @throws InvalidInput naming {@code id} if the text is no UUID
     */
    public static UUID of(String text) {
        if (!isUuid(text)) {
            throw new InvalidInput("id", NO_UUID);
        }
        return UUID.fromString(text);
    }

    static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }
}
