package io.milvaion.scheduler.people.account;

import io.milvaion.scheduler.ground.persistence.Database;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The first start of an installation. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class RootScene {

    private RootScene() {}

    /**
     * Makes root with a random password.
     *
     * @param passwordFile where it is left
     */
    public static UUID make(Database database, Optional<Path> passwordFile) {
        node(database, new RootSettings(Optional.empty(), passwordFile)).makeIfFirst();
        return database.autocommit(RootAccount::id).orElseThrow();
    }

    static RootAccount node(Database database, RootSettings settings) {
        var account = new RootAccount();
        account.database = database;
        account.settings = settings;
        return account;
    }
}
