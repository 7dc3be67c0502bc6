package io.milvaion.scheduler.people.caller;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.factor.FactorMode;
import io.milvaion.scheduler.people.foreign.ForeignToken;
import io.milvaion.scheduler.people.foreign.ForeignTokens;
import io.milvaion.scheduler.people.key.ApiKeys;
import io.milvaion.scheduler.people.key.KeyText;
import io.milvaion.scheduler.people.session.AccessTokens;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Recognises callers by what they show. Safe to share. */
@ApplicationScoped
public class Callers {

    @Inject Database database;
    @Inject PeopleRevision revision;
    @Inject AccessTokens tokens;
    @Inject ApiKeys keys;
    @Inject ForeignTokens foreign;

    FactorMode mode;
    private final Clock clock = Clock.systemUTC();
    private final Remembered remembered = new Remembered();

    @PostConstruct
    void readSettings() {
        mode = FactorMode.from(SettingsReader.ofApplication());
    }

    /**
     * Recognises the owner of an access token, a key, or a token of the issuer in the settings.
     *
     * @param address from where it is shown
     * @return empty if it is neither, or not good any more
     * @throws io.milvaion.scheduler.ground.persistence.DatabaseUnavailable if nobody can tell
     * @throws io.milvaion.scheduler.people.elsewhere.Away if only that issuer could
     */
    public Optional<Caller> recognise(String shown, String address) {
        if (KeyText.isKey(shown)) {
            return byKey(new KeyText(shown), address);
        }
        return foreign.claim(shown)
                ? foreign.read(shown).flatMap(this::byForeign)
                : tokens.verify(shown).flatMap(this::bySession);
    }

    /**
     * Somebody who was recognised, as they are now.
     *
     * @return empty if they are not to be recognised any more
     */
    public Optional<Caller> again(Caller caller) {
        if (caller.by() instanceof Caller.By.Key key) {
            return byHash(key.hash());
        }
        return caller.by() instanceof Caller.By.Foreign by
                ? byForeign(by.token())
                : bySession(caller.by().id());
    }

    /**
     * Somebody has changed what they may do themselves: the next request to this node knows it, not
     * only one half a second later.
     */
    public void lookAgain() {
        revision.lookAgain();
    }

    private Optional<Caller> byForeign(ForeignToken token) {
        return good(
                remembered.get(
                        token.id().toString(),
                        revision.current(),
                        () ->
                                database.transaction(
                                        connection -> CallerRows.byForeign(connection, token))));
    }

    private Optional<Caller> bySession(UUID session) {
        return good(
                remembered.get(
                        session.toString(),
                        revision.current(),
                        () ->
                                database.autocommit(
                                        connection ->
                                                CallerRows.bySession(connection, session, mode))));
    }

    private Optional<Caller> byKey(KeyText key, String address) {
        if (!key.isWellFormed()) {
            return Optional.empty();
        }
        var caller = byHash(HexFormat.of().formatHex(key.hash()));
        caller.filter(known -> remembered.isUseToNote(known.by().id()))
                .ifPresent(known -> keys.noteUse(known.by().id(), address));
        return caller;
    }

    private Optional<Caller> byHash(String hash) {
        return good(
                remembered.get(
                        hash,
                        revision.current(),
                        () ->
                                database.autocommit(
                                        connection ->
                                                CallerRows.byKey(
                                                        connection,
                                                        HexFormat.of().parseHex(hash)))));
    }

    private Optional<Caller> good(Optional<Caller> caller) {
        return caller.filter(known -> known.isGoodAt(clock.instant()));
    }
}
