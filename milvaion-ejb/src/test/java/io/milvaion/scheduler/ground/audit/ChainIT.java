package io.milvaion.scheduler.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Whoever writes into the tables behind the back of the nodes is found, and where. */
@Isolated("the secret is that of the process")
class ChainIT {

    private final Database database = Services.ownDatabase();
    private final Sealer sealer = new Sealer(database);
    private final Verifier verifier = new Verifier(database);

    @BeforeEach
    void haveASecret() {
        Audit.begin(new Audit.Scribe("here", ChainKey.of("a secret of thirty-two characters")));
    }

    @AfterEach
    void forgetTheSecret() {
        Audit.begin(new Audit.Scribe("", ChainKey.NONE));
    }

    @Test
    void whatNobodyHasTouchedIsIntact() {
        sealed(10);

        var seen = verifier.verify(null, null);

        assertThat(seen.faults()).isEmpty();
        assertThat(seen.intact()).isTrue();
        assertThat(seen.entries()).isEqualTo(10);
        assertThat(seen.withoutSecret()).isZero();
    }

    @Test
    void everyKindOfValueIsTheSameWhenItIsReadAgain() {
        var actor =
                new Actor(
                        "zoë \u0000 🦀",
                        UUID.randomUUID(),
                        new Actor.Credential("key", UUID.randomUUID(), "ci"),
                        "2001:db8::1",
                        UUID.randomUUID());
        record(
                actor,
                Deed.of("job.update")
                        .on("job", UUID.randomUUID(), "naïve\ud800")
                        .changed(null, Map.of("a", 1.50))
                        .notDone(Deed.Outcome.REFUSED, 409, "…"));
        sealer.seal();

        assertThat(verifier.verify(null, null).faults()).isEmpty();
    }

    @Test
    void anAlteredEntryIsNamed() {
        sealed(10);

        sql("update audit_entries set actor = 'mallory' where number = 4");
        assertThat(verifier.verify(null, null).faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.kind()).isEqualTo("altered");
                            assertThat(fault.number()).isEqualTo(4);
                            assertThat(fault.id()).isNotNull();
                        });

        sql("update audit_entries set actor = 'alice' where number = 4");
        assertThat(verifier.verify(null, null).intact()).as("put back").isTrue();
        sql("update audit_entries set at = at + interval '1 s' where number = 9");
        assertThat(kinds()).containsExactly("altered 9");
    }

    @Test
    void entriesThatAreGoneAreNamed() {
        sealed(10);

        sql("delete from audit_entries where number in (3, 4, 8)");

        assertThat(verifier.verify(null, null).faults())
                .extracting(Fault::kind, Fault::number, Fault::until)
                .containsExactly(tuple("removed", 3L, 4L), tuple("removed", 8L, 8L));
    }

    @Test
    void anInsertedEntryIsNamed() {
        sealed(5);

        sql(
                """
                insert into audit_entries
                select (jsonb_populate_record(e, jsonb_build_object(
                           'number', 6, 'id', gen_random_uuid(), 'actor', 'mallory'))).*
                  from audit_entries e where number = 5""");

        assertThat(kinds()).containsExactly("misplaced 6");
    }

    @Test
    void anEntryThatNoNodeHasWrittenIsNamedOnceItIsSealed() {
        sealed(5);
        sql(
                """
                insert into audit_unsealed
                select gen_random_uuid(), at, 'mallory', null, null, null, null, null, null, 'job.delete',
                       null, null, null, null, null, 'done', null, null, 1, node, digest
                  from audit_entries where number = 5""");
        sealer.seal();

        assertThat(kinds()).containsExactly("altered 6");
    }

    @Test
    void aCopyOfAnEntryIsNotSealed() {
        sealed(5);
        sql(
                "insert into audit_unsealed select "
                        + AuditRows.COLUMNS
                        + ", digest from audit_entries");
        sealed(1);

        var seen = verifier.verify(null, null);
        assertThat(seen.intact()).isTrue();
        assertThat(seen.head()).isEqualTo(6);
    }

    @Test
    void entriesThatHaveChangedPlacesAreNamed() {
        sealed(6);

        sql("update audit_entries set number = number + 100 where number in (2, 3)");
        sql("update audit_entries set number = 3 where number = 102");
        sql("update audit_entries set number = 2 where number = 103");

        assertThat(kinds()).contains("misplaced 2", "misplaced 3");
    }

    @Test
    void anEndThatIsCutOffIsNoticed() {
        sealed(10);
        sql("delete from audit_entries where number > 7");

        assertThat(kinds()).containsExactly("truncated 8");

        sql(
                """
                update audit_marks m set number = e.number, hash = e.hash
                  from audit_entries e where e.number = 7 and m.name = 'head'""");
        assertThat(kinds()).as("the mark has to be forged, too").containsExactly("mark 7");
    }

    @Test
    void whoeverHasNotTheSecretCannotMakeAChain() {
        Audit.begin(
                new Audit.Scribe("elsewhere", ChainKey.of("another secret, as long as that one")));
        sealed(3);
        haveASecret();

        assertThat(verifier.verify(null, null).intact()).isFalse();
    }

    @Test
    void aSecretThatCameLaterIsTold() {
        Audit.begin(new Audit.Scribe("here", ChainKey.NONE));
        sealed(3);
        haveASecret();
        sealed(3);

        var seen = verifier.verify(null, null);
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.withoutSecret()).isEqualTo(3);
    }

    @Test
    void aPartIsVerifiedByItself() {
        sealed(10);
        sql("update audit_entries set actor = 'mallory' where number = 2");

        assertThat(verifier.verify(4L, 8L).intact()).isTrue();
        assertThat(verifier.verify(1L, 2L).intact()).isFalse();
        assertThat(verifier.verify(11L, null).entries()).isZero();
    }

    @Test
    void writersAndNodesThatSealAtOnceMakeOneChain() {
        var work =
                IntStream.range(0, 4)
                        .<Runnable>mapToObj(
                                i -> () -> IntStream.range(0, 100).forEach(n -> record()));
        var seals = IntStream.range(0, 3).<Runnable>mapToObj(i -> () -> repeatSealing());
        Stream.concat(work, seals)
                .map(CompletableFuture::runAsync)
                .toList()
                .forEach(CompletableFuture::join);
        sealer.seal();

        var seen = verifier.verify(null, null);
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.entries()).isEqualTo(400);
    }

    @Test
    void whatIsRolledBackIsNotRecorded() {
        assertThatThrownBy(
                        () ->
                                database.transaction(
                                        connection -> {
                                            Audit.record(connection, Deed.of("job.create"));
                                            throw new IllegalStateException("refused");
                                        }))
                .hasMessage("refused");
        sealer.seal();

        assertThat(verifier.verify(null, null).entries()).isZero();
    }

    @Test
    void whatIsOldIsDroppedAndTheRestStaysVerifiable() {
        sealed(10);
        sql("update audit_entries set at = at - interval '100 d' where number <= 4");
        var now = Clock.fixed(Instant.now(), ZoneOffset.UTC);

        new Retention(database, Duration.ofDays(90), now).drop();
        sealer.seal();

        var seen = verifier.verify(null, null);
        assertThat(seen.faults()).isEmpty();
        assertThat(seen.begin()).isEqualTo(4);
        assertThat(seen.from()).isEqualTo(5);
        assertThat(seen.head()).as("and what was dropped is recorded").isEqualTo(11);
        sql("delete from audit_entries where number = 5");
        assertThat(kinds()).containsExactly("removed 5");
    }

    private List<String> kinds() {
        return verifier.verify(null, null).faults().stream()
                .map(fault -> fault.kind() + " " + fault.number())
                .toList();
    }

    private void repeatSealing() {
        IntStream.range(0, 20).forEach(n -> sealer.seal());
    }

    private void sealed(int entries) {
        IntStream.range(0, entries).forEach(i -> record());
        sealer.seal();
    }

    private void record() {
        record(new Actor("alice", null, null, null, null), Deed.of("job.update").on("job", 1, "a"));
    }

    private void record(Actor actor, Deed deed) {
        database.transaction(
                connection -> {
                    Audit.record(connection, actor, deed);
                    return null;
                });
    }

    private void sql(String statement) {
        database.autocommit(connection -> Sql.of(statement).update(connection));
    }
}
