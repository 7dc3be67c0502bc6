package io.milvaion.scheduler.people.account;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.secret.PasswordHash;
import java.util.List;
import java.util.UUID;

/** An account for a test. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public record SomeAccount(UUID id, String name, String password) {

    public static SomeAccount in(Database database, String... roles) {
        var name = "t" + UUID.randomUUID();
        var made = new NewAccount(name, null, "pass " + name, false, List.of(roles));
        var id =
                database.transaction(
                        connection ->
                                AccountRows.insert(
                                        connection,
                                        made,
                                        PasswordHash.of(made.password()),
                                        "test"));
        return new SomeAccount(id, name, made.password());
    }

    public static Accounts accounts(Database database) {
        var accounts = new Accounts();
        accounts.database = database;
        return accounts;
    }
}
