package io.milvaion.scheduler.people.caller;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.factor.FactorMode;
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

    FactorMode mode;
    private final Clock clock = Clock.systemUTC();
    private final Remembered remembered = new Remembered();

    @PostConstruct
    void readSettings() {
        mode = FactorMode.from(SettingsReader.ofApplication());
    }

    /**
     * Recognises the owner of an access token or a key.
     *
     * @param address from where it is shown
     * @return empty if it is neither, or not good any more
     * @throws io.milvaion.scheduler.ground.persistence.DatabaseUnavailable if nobody can tell
     */
    public Optional<Caller> recognise(String shown, String address) {
        return KeyText.isKey(shown)
                ? byKey(new KeyText(shown), address)
                : tokens.verify(shown).flatMap(this::bySession);
    }

    /**
     * Somebody who was recognised, as they are now.
     *
     * @return empty if they are not to be recognised any more
     */
    public Optional<Caller> again(Caller caller) {
        return caller.by() instanceof Caller.By.Key key
                ? byHash(key.hash())
                : bySession(caller.by().id());
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
