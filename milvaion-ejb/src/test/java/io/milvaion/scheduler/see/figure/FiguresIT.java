package io.milvaion.scheduler.see.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.flow.QueueFlow;
import io.milvaion.scheduler.state.flow.RunQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresIT {

    private final Database database = Services.ownDatabase();
    private final Figures figures = new Figures(database);

    @Test
    void whatNodesHaveToldIsReadAsItWasTold() {
        var told = told(5);
        node("one", 1, told);
        node("two", 1, null);

        assertThat(figures.nodes()).extracting(NodeSeen::id).containsExactly("one", "two");
        assertThat(figures.nodes().get(0).figures()).isEqualTo(told);
        assertThat(figures.nodes().get(1).figures()).isNull();
        assertThat(figures.alive()).extracting(NodeSeen::id).containsExactly("one");
    }

    @Test
    void flowsOfLiveNodesAddUp() {
        node("one", 1, told(5));
        node("two", 2, told(7));
        node("dead", 10, told(100));

        assertThat(figures.flows().get(new RunQueue("noop", "fast")).published()).isEqualTo(12);
    }

    @Test
    void aNodeOfAnotherVersionHasTheFiguresThatBothKnow() {
        node("newer", 1, told(5));
        change("figures || '{\"later\": 1}'");
        assertThat(new Figures(database).alive()).hasSize(1);

        change("jsonb_set(figures, '{signs,0,symptom}', '\"MOON\"')");
        assertThat(new Figures(database).nodes()).extracting(NodeSeen::figures).containsOnlyNulls();
    }

    private static NodeFigures told(int published) {
        return new NodeFigures(
                "17.0.1",
                "2026b",
                "Java",
                new Machine(4, 10, null, 100, 200, 7L, 1_024L, null, null),
                Map.of("Redis", -3L),
                List.of(new ServerAnswer("redis", Status.UP, "", 310L)),
                List.of(new QueueFlow("noop", "fast", published, 4, 3, 60, Map.of(17, 3))),
                List.of(
                        new Sign(
                                Symptom.REDIS_LATENCY,
                                null,
                                Instant.parse("2026-11-28T12:00:00Z"),
                                30_000)));
    }

    private void node(String id, int silentSeconds, NodeFigures told) {
        database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        insert into nodes (id, started_at, last_seen_at, figures)
                                        values (:id, now(), now() - :silent * interval '1 s',
                                                :figures::jsonb)""")
                                .with("id", id)
                                .with("silent", silentSeconds)
                                .with(
                                        "figures",
                                        told == null
                                                ? null
                                                : new String(
                                                        WireJson.write(told),
                                                        StandardCharsets.UTF_8))
                                .update(connection));
    }

    private void change(String figures) {
        database.autocommit(
                connection -> Sql.of("update nodes set figures = " + figures).update(connection));
    }
}
