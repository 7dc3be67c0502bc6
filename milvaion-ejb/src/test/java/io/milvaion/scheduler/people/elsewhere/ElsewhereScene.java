package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.util.List;
import java.util.UUID;

/** What tests need of accounts from elsewhere. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class ElsewhereScene {

    private final Database database;
    public final ShadowAdmission admission = new ShadowAdmission();

    public ElsewhereScene(Database database) {
        this.database = database;
        admission.database = database;
    }

    /** The account of somebody there; null if there is none. */
    public UUID account(String issuer, String subject) {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select account_id as id from account_identities
                                         where issuer = :issuer and subject = :subject""")
                                .with("issuer", issuer)
                                .with("subject", subject)
                                .first(connection, row -> row.uuid("id"))
                                .orElse(null));
    }

    public String name(UUID account) {
        return database.autocommit(
                connection ->
                        Sql.of("select name from accounts where id = :id")
                                .with("id", account)
                                .one(connection, row -> row.text("name")));
    }

    public List<String> roles(UUID account) {
        return database.autocommit(
                connection ->
                        Sql.of("select role from account_roles where account_id = :id order by 1")
                                .with("id", account)
                                .list(connection, row -> row.text("role")));
    }

    public void disable(UUID account) {
        database.autocommit(
                connection ->
                        Sql.of("update accounts set enabled = false where id = :id")
                                .with("id", account)
                                .update(connection));
    }
}
