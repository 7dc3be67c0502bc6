package io.milvaion.scheduler.people.key;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.account.RootAccount;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The key that whoever sets the product up gives it, so that programs can go on from there. */
@ApplicationScoped
public class RootKey {

    private static final String NAME = "given by milvaion.root.api-key";

    @Inject Database database;

    Optional<KeyText> given;

    @PostConstruct
    void readSettings() {
        given = SettingsReader.ofApplication().given(KnownSettings.ROOT_API_KEY).map(KeyText::new);
    }

    /** Stores the key unless it was stored before; one that was revoked stays so. */
    public void keep() {
        given.ifPresent(
                text ->
                        database.transaction(
                                connection -> {
                                    var root = RootAccount.id(connection);
                                    if (root.isPresent()) {
                                        var key =
                                                new NewKey(
                                                        root.get(), NAME, null, Limit.NONE, null);
                                        KeyRows.insert(connection, key, text, RootAccount.NAME);
                                    }
                                    return null;
                                }));
    }
}
