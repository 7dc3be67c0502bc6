package io.milvaion.scheduler.ground.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestKeysIT {

    private static final KeptAnswer CREATED =
            new KeptAnswer(201, "application/json", "/jobs/1", "\"1\"", bytes("{}"));

    private final Database database = Services.database();
    private final RequestKeys keys = new RequestKeys(database);
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepetitionGetsTheAnswerThatWasKept() {
        keys.keep(keys.take(request("ann", "a")), CREATED);

        var again = keys.take(request("ann", "a")).answer();

        assertThat(again).usingRecursiveComparison().isEqualTo(CREATED);
    }

    @Test
    void anAnswerMayHaveNoBody() {
        var nothing = new KeptAnswer(204, null, null, null, null);
        keys.keep(keys.take(request("ann", "a")), nothing);

        assertThat(keys.take(request("ann", "a")).answer()).isEqualTo(nothing);
    }

    @Test
    void otherContentIsRefusedBeforeAndAfterTheAnswer() {
        var taken = keys.take(request("ann", "a"));
        assertThatThrownBy(() -> keys.take(request("ann", "b"))).isInstanceOf(KeyUsedBefore.class);

        keys.keep(taken, CREATED);
        assertThatThrownBy(() -> keys.take(request("ann", ""))).isInstanceOf(KeyUsedBefore.class);
    }

    @Test
    void aTwinOfARequestThatRunsIsRefused() {
        keys.take(request("ann", "a"));

        assertThatThrownBy(() -> keys.take(request("ann", "a"))).isInstanceOf(KeyInUse.class);
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnotherOne() {
        var ann = keys.take(request("ann", "a"));
        var bob = keys.take(request("bob", "a"));

        assertThat(bob.answer()).isNull();
        assertThat(bob.thingId()).isNotEqualTo(ann.thingId());
        assertThat(new KeyedRequest("c", List.of("a", "b"), List.of()).scopeHash())
                .isNotEqualTo(new KeyedRequest("c", List.of("ab", ""), List.of()).scopeHash());
    }

    @Test
    void aKeyThatWasGivenBackKeepsItsId() {
        var failed = keys.take(request("ann", "a"));
        keys.giveBack(failed);

        var next = keys.take(request("ann", "a"));

        assertThat(next.answer()).isNull();
        assertThat(next.thingId()).isEqualTo(failed.thingId());
        assertThatThrownBy(() -> keys.take(request("ann", "a"))).isInstanceOf(KeyInUse.class);
    }

    @Test
    void theKeyOfANodeThatDiedIsTakenOverAndItsLateAnswerDropped() {
        var dead = keys.take(request("ann", "a"));
        age("held_until", "61 seconds", dead);
        assertThatThrownBy(() -> keys.take(request("ann", "b"))).isInstanceOf(KeyUsedBefore.class);

        var next = keys.take(request("ann", "a"));
        keys.keep(dead, new KeptAnswer(200, null, null, null, null));
        keys.keep(next, CREATED);

        assertThat(next.thingId()).isEqualTo(dead.thingId());
        assertThat(keys.take(request("ann", "a")).answer().status()).isEqualTo(201);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        var old = keys.take(request("ann", "a"));
        keys.keep(old, CREATED);
        age("created_at", "24 hours 1 second", old);

        var fresh = keys.take(request("ann", "another body"));

        assertThat(fresh.answer()).isNull();
        assertThat(fresh.thingId()).isNotEqualTo(old.thingId());
        age("created_at", "24 hours 1 second", fresh);
        keys.take(request("somebody", "else"));
        boolean kept =
                database.autocommit(
                        c ->
                                Sql.of("select 1 from request_keys")
                                        .where("scope = :scope", fresh.scope())
                                        .found(c));
        assertThat(kept).isFalse();
    }

    private void age(String column, String by, TakenKey taken) {
        database.transaction(
                connection ->
                        Sql.of(
                                        "update request_keys set %1$s = %1$s - interval '%2$s'"
                                                .formatted(column, by))
                                .where("scope = :scope", taken.scope())
                                .update(connection));
    }

    private KeyedRequest request(String actor, String body) {
        return new KeyedRequest(key, List.of(actor, "POST", "/jobs"), List.of(bytes(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
