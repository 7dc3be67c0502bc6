package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.account.AccountRows;
import io.milvaion.scheduler.people.account.AccountStays;
import io.milvaion.scheduler.people.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has owners say where their mail goes. */
@ApplicationScoped
public class OwnMail {

    @Inject Database database;
    @Inject OwnerProof proof;

    /**
     * Changes it; links that went to the old one are good no more.
     *
     * @param email null: none any more
     * @param address from where
     * @throws AccountStays if another account has it
     */
    public void change(Caller caller, String email, String password, String address) {
        proof.require(caller, "password", password, address);
        database.transaction(
                connection -> {
                    AccountRows.setEmail(connection, caller.account(), email);
                    Audit.record(
                            connection,
                            Deed.of("account.changeEmail")
                                    .on("account", caller.account(), caller.getName()));
                    return null;
                });
    }
}
