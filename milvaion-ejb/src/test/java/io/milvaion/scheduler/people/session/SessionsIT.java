package io.milvaion.scheduler.people.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.service.Services;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionsIT {

    private final Database database = Services.database();
    private final SomeAccount ada = SomeAccount.in(database);
    private final Sessions here = new SessionScene(database).sessions;
    private final Sessions there = new SessionScene(database).sessions;

    @Test
    void aRefreshTokenIsGoodOnceOnWhicheverNode() {
        var first = begin();

        var second = here.refresh(first.refresh(), "127.0.0.2").orElseThrow();
        var third = there.refresh(second.refresh(), "127.0.0.3").orElseThrow();

        assertThat(third.refresh()).isNotIn(first.refresh(), second.refresh());
        assertThat(list()).singleElement().extracting(Session::address).isEqualTo("127.0.0.3");
    }

    @Test
    void aSecondUseEndsTheWholeFamily() {
        var first = begin();
        var second = here.refresh(first.refresh(), "thief").orElseThrow();

        assertThat(there.refresh(first.refresh(), "owner")).isEmpty();
        assertThat(here.refresh(second.refresh(), "thief")).isEmpty();
        assertThat(list()).isEmpty();
    }

    @Test
    void ofManyWhoUseATokenAtOnceAtMostOneGetsTheNext() {
        var first = begin();

        var gotten =
                IntStream.range(0, 8)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () ->
                                                        (i % 2 == 0 ? here : there)
                                                                .refresh(first.refresh(), "x")))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .filter(tokens -> tokens.isPresent())
                        .count();

        assertThat(gotten).isEqualTo(1);
        assertThat(list()).isEmpty();
    }

    @Test
    void aSessionEndsWhenItIsIdleOrOld() {
        var tokens = begin();
        var later = new SessionScene(database);

        assertThat(later.at(Duration.ofHours(13)).sessions.refresh(tokens.refresh(), "x"))
                .isEmpty();
        for (int hour = 11; hour < 24; hour += 11) {
            tokens =
                    later.at(Duration.ofHours(hour))
                            .sessions
                            .refresh(tokens.refresh(), "x")
                            .orElseThrow();
        }
        assertThat(tokens.refreshFor()).isLessThanOrEqualTo(Duration.ofHours(2));
        assertThat(later.at(Duration.ofHours(25)).sessions.refresh(tokens.refresh(), "x"))
                .isEmpty();
    }

    @Test
    void anotherPasswordEndsAllOtherSessions() {
        var mine = begin();
        begin();
        var id = list().get(1).id();

        here.endAll(ada.id(), id, "a test");

        assertThat(list()).extracting(Session::id).containsExactly(id);
        assertThat(here.refresh(mine.refresh(), "x")).isPresent();
    }

    @Test
    void noTokenIsStoredAsItIs() {
        var tokens = begin();

        var rows =
                database.autocommit(
                        connection ->
                                Sql.of(
                                                """
                                                select s::text || t::text as text from sessions s
                                                  join refresh_tokens t on t.session_id = s.id
                                                 where s.account_id = :id""")
                                        .with("id", ada.id())
                                        .list(connection, row -> row.text("text")));
        assertThat(rows).singleElement().asString().doesNotContain(tokens.refresh());
    }

    @Test
    void guessesAndEmptyTextAreNoTokens() {
        assertThat(here.refresh("", "x")).isEmpty();
        assertThat(here.refresh(UUID.randomUUID().toString(), "x")).isEmpty();
        here.endByToken("nothing");
    }

    private Tokens begin() {
        return here.begin(ada.id(), "127.0.0.1", "a test");
    }

    private List<Session> list() {
        return here.list(ada.id(), null, 10);
    }
}
