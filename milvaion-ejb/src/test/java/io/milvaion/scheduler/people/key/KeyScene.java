package io.milvaion.scheduler.people.key;

import io.milvaion.scheduler.ground.persistence.Database;
import java.util.Optional;

/** Keys as one node has them. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class KeyScene {

    private KeyScene() {}

    public static ApiKeys keys(Database database) {
        var keys = new ApiKeys();
        keys.database = database;
        return keys;
    }

    /** A node that is given a key for root. */
    public static RootKey rootKey(Database database, String text) {
        var key = new RootKey();
        key.database = database;
        key.given = Optional.of(new KeyText(text));
        return key;
    }
}
