package io.milvaion.scheduler.people.session;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.people.secret.RandomText;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Begins, refreshes, lists and ends logins. */
@ApplicationScoped
public class Sessions {

    @Inject Database database;
    @Inject AccessTokens access;

    SessionSettings settings;
    Clock clock = Clock.systemUTC();

    @PostConstruct
    void readSettings() {
        settings = SessionSettings.from(SettingsReader.ofApplication());
    }

    /** Begins a session of an account whose owner has been recognised. */
    public Tokens begin(UUID account, String address, String agent) {
        var now = clock.instant();
        var session =
                new Session(
                        TimeOrderedId.next(now),
                        account,
                        address,
                        agent,
                        now,
                        now,
                        settings.end(now, now));
        var refresh = RandomText.next();
        database.transaction(
                connection -> {
                    SessionRows.discardOld(connection);
                    SessionRows.insert(connection, session);
                    SessionRows.addToken(connection, session.id(), refresh, now);
                    SessionDeeds.login(connection, session, noteLogin(connection, account, now));
                    return null;
                });
        return tokens(session, refresh);
    }

    /**
     * Exchanges a refresh token for the next one.
     *
     * @return empty if it is not good; if it was used before, its session has been ended
     */
    public Optional<Tokens> refresh(String token, String address) {
        var now = clock.instant();
        var next = RandomText.next();
        return database.transaction(connection -> refreshed(connection, token, next, address, now))
                .map(session -> tokens(session, next));
    }

    /** Ends a session; harmless when it has ended. */
    public void end(UUID id, String reason) {
        database.transaction(
                connection ->
                        SessionDeeds.ended(
                                connection,
                                SessionRows.end(connection, id, reason),
                                "session.logout",
                                id));
    }

    /** Ends a session of an account, if it is one. */
    public void endOwn(UUID id, UUID account) {
        database.transaction(
                connection ->
                        SessionDeeds.ended(
                                connection,
                                SessionRows.endOwn(connection, id, account),
                                "session.end",
                                id));
    }

    /**
     * Ends the sessions of an account, as its owner wishes.
     *
     * @param but the one that stays, or null
     */
    public void endOthers(UUID account, UUID but) {
        database.transaction(
                connection -> {
                    SessionRows.endAll(connection, account, but, "ended by its owner");
                    SessionDeeds.othersEnded(connection, account);
                    return null;
                });
    }

    /**
     * Ends the session of a refresh token.
     *
     * @return its id, if it is one
     */
    public Optional<UUID> endByToken(String token) {
        return database.transaction(
                connection -> {
                    var presented = SessionRows.present(connection, token, clock.instant());
                    if (presented.isPresent()) {
                        var id = presented.get().session().id();
                        boolean ended = SessionRows.end(connection, id, "logged out");
                        SessionDeeds.ended(connection, ended, "session.logout", id);
                    }
                    return presented.map(known -> known.session().id());
                });
    }

    /** Ends all sessions of an account within the caller's transaction. */
    public static void endAll(Connection connection, UUID account, String reason)
            throws SQLException {
        SessionRows.endAll(connection, account, null, reason);
    }

    /**
     * Ends the sessions of an account.
     *
     * @param but one that stays, or null
     */
    public void endAll(UUID account, UUID but, String reason) {
        database.autocommit(
                connection -> {
                    SessionRows.endAll(connection, account, but, reason);
                    return null;
                });
    }

    /** Reads the sessions of an account that last, new ones first. */
    public List<Session> list(UUID account, UUID after, int limit) {
        return database.autocommit(
                connection -> SessionRows.list(connection, account, after, limit));
    }

    private Optional<Session> refreshed(
            Connection connection, String token, String next, String address, Instant now)
            throws SQLException {
        var presented = SessionRows.present(connection, token, now);
        if (presented.isEmpty() || !presented.get().good()) {
            return Optional.empty();
        }
        var before = presented.get().session();
        if (presented.get().used()) {
            SessionRows.end(connection, before.id(), "a refresh token was used twice");
            SessionDeeds.reused(connection, before.id());
            return Optional.empty();
        }
        var after =
                new Session(
                        before.id(),
                        before.accountId(),
                        address,
                        before.agent(),
                        before.createdAt(),
                        now,
                        settings.end(before.createdAt(), now));
        SessionRows.use(connection, after, token, next);
        SessionDeeds.refreshed(connection, after);
        return Optional.of(after);
    }

    private Tokens tokens(Session session, String refresh) {
        return new Tokens(
                session.id(),
                access.issue(session.accountId(), session.id(), settings.access()),
                settings.access(),
                refresh,
                Duration.between(session.lastUsedAt(), session.expiresAt()));
    }

    /** Returns the name of the account. */
    private static String noteLogin(Connection connection, UUID account, Instant now)
            throws SQLException {
        return Sql.of("update accounts set last_login_at = :now where id = :id returning name")
                .with("now", now)
                .with("id", account)
                .one(connection, row -> row.text("name"));
    }
}
