package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksIT {

    private final MarkScene scene = new MarkScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void leadersCountOnWhereOthersHaveEnded() {
        leader("a", 5).resign();
        leader("b", 5);

        assertThat(scene.inRedis()).isEqualTo(scene.inDatabase()).isEqualTo(12);
        assertThat(scene.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60})
    void aRedisThatHasLostItsLastRoundsEndsTheTermAndTheNextDoubtsIt(int rounds) {
        var leader = leader("a", 3);
        var backup = scene.redisBackup();
        count(leader, rounds);
        var generation = scene.generation();
        scene.restoreRedis(backup);

        assertThat(leader.goesOn()).isFalse();
        assertThat(scene.found()).isEmpty();
        assertThat(leader.leads()).isTrue();

        assertThat(scene.found())
                .singleElement()
                .asString()
                .contains("redis-set-back", "mark 4", "mark " + (4 + rounds));
        assertThat(scene.generation()).isNotEqualTo(generation);
        assertThat(scene.inRedis()).isEqualTo(scene.inDatabase()).isEqualTo(5 + rounds);
        count(leader, 3);
        assertThat(scene.found()).hasSize(1);
    }

    @Test
    void aRedisThatHasGoneBackBeforeTheTermIsFoundByWhoeverLeadsNext() {
        leader("a", 3).resign();
        var backup = scene.redisBackup();
        leader("b", 3);
        scene.restoreRedis(backup);

        var next = leader("c", 2);

        assertThat(next.term()).isEqualTo(3);
        assertThat(scene.found()).singleElement().asString().contains("redis-set-back");
    }

    @Test
    void aRedisWithoutOrWithAStrangeMarkHasLostIt() {
        leader("a", 3).resign();
        scene.redis.pool().flushAll();
        leader("b", 1).resign();
        scene.redis.pool().set(scene.redis.keys().mark(), "garbage");
        leader("c", 1).resign();
        scene.redis.pool().del(scene.redis.keys().mark());
        scene.redis.pool().rpush(scene.redis.keys().mark(), "1 9 1");
        leader("d", 1);

        assertThat(scene.found()).hasSize(3).allMatch(f -> f.contains("Redis has lost its mark"));
        assertThat(scene.inRedis()).isEqualTo(scene.inDatabase());
    }

    @Test
    void aDatabaseThatWasSetBackWithinATermIsOlderThanRedis() {
        var leader = leader("a", 3);
        scene.backUpDatabase();
        count(leader, 40);
        var generation = scene.generation();
        scene.restoreDatabase();

        assertThat(leader.goesOn()).isFalse();
        assertThat(leader.leads()).isTrue();

        assertThat(scene.found())
                .singleElement()
                .asString()
                .contains("database-set-back: The database is older than ", "mark 44", "mark 4");
        assertThat(scene.generation()).isNotEqualTo(generation);
        assertThat(scene.inRedis()).isEqualTo(scene.inDatabase()).isEqualTo(44);
        count(leader, 3);
        assertThat(scene.found()).hasSize(1);
    }

    @Test
    void aDatabaseOfAnOlderTermGivesNoFormerLeaderItsTermAgain() {
        leader("a", 3).resign();
        scene.backUpDatabase();
        leader("b", 3).resign();
        var former = leader("c", 3);
        scene.restoreDatabase();
        former.resign();

        var next = leader("d", 1);

        assertThat(next.term()).isGreaterThan(former.term());
        assertThat(former.goesOn()).isFalse();
        assertThat(scene.found()).singleElement().asString().contains("database-set-back");
    }

    @Test
    void aDatabaseWithoutMarksIsOlderThanAny() {
        leader("a", 3).resign();
        scene.execute("delete from leader_marks");

        leader("b", 2);

        assertThat(scene.found()).singleElement().asString().contains("database-set-back");
        assertThat(scene.inRedis()).isEqualTo(scene.inDatabase());
    }

    @Test
    void aLeaderThatDiesBetweenBothWritesHasSetNothingBack() {
        var dead = leader("a", 3);
        scene.execute(
                """
                create function nothing() returns trigger language plpgsql
                    as 'begin return null; end'""");
        scene.execute(
                """
                create trigger lost before update on leader_marks
                   for each row execute function nothing()""");
        dead.goesOn();
        scene.execute("drop trigger lost on leader_marks");
        assertThat(scene.inRedis()).isEqualTo(scene.inDatabase() + 1);
        dead.resign();

        leader("b", 1);

        assertThat(scene.inRedis()).isEqualTo(scene.inDatabase()).isEqualTo(6);
        assertThat(scene.found()).isEmpty();
    }

    @Test
    void whatWasSetBackAndNotYetMarkedIsFoundAgain() {
        leader("a", 3).resign();
        scene.redis.pool().del(scene.redis.keys().mark());
        scene.execute("create rule r as on insert to repairs do instead (select 1 / 0)");
        var failing = scene.new Leader("b");
        assertThatThrownBy(failing::leads).isInstanceOf(RuntimeException.class);
        scene.execute("drop rule r on repairs");
        failing.resign();

        leader("c", 1);

        assertThat(scene.found()).singleElement().asString().contains("redis-set-back");
    }

    private MarkScene.Leader leader(String name, int rounds) {
        var leader = scene.new Leader(name);
        assertThat(leader.leads()).isTrue();
        count(leader, rounds);
        return leader;
    }

    private static void count(MarkScene.Leader leader, int rounds) {
        for (int i = 0; i < rounds; i++) {
            assertThat(leader.goesOn()).isTrue();
        }
    }
}
