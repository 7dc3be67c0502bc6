package io.milvaion.scheduler.people.caller;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.people.role.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What those may go on with who have begun something that lasts, and are not asked again: what
 * their account, and the key that they have shown, permit at this moment. A logout ends nothing of
 * it.
 */
@ApplicationScoped
public class LastingRights {

    private Database database;

    protected LastingRights() {} // for the container's proxy

    @Inject
    public LastingRights(Database database) {
        this.database = database;
    }

    /**
     * The jobs that something may be done with; none if it is not permitted.
     *
     * @param key or null after a login
     */
    public Reach reach(UUID account, UUID key, Permission permission) {
        return database.autocommit(connection -> CallerRows.lasting(connection, account, key))
                .reach(permission);
    }
}
