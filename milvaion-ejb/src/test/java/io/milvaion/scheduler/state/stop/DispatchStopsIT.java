package io.milvaion.scheduler.state.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.service.Services;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DispatchStopsIT {

    private final Database database = Services.database();

    @Test
    void theFirstStopStaysUntilItIsEnded() {
        rolledBack(
                connection -> {
                    assertThat(DispatchStops.open(connection, "a fire", "ada")).isTrue();
                    assertThat(DispatchStops.open(connection, "a flood", "bob")).isFalse();

                    assertThat(DispatchStops.current(connection).map(DispatchState::of))
                            .hasValueSatisfying(
                                    state -> {
                                        assertThat(state.stopped()).isTrue();
                                        assertThat(state.reason()).isEqualTo("a fire");
                                        assertThat(state.stoppedBy()).isEqualTo("ada");
                                        assertThat(state.stoppedAt()).isNotNull();
                                    });
                });
    }

    @Test
    void eachStopStaysInTheHistory() {
        rolledBack(
                connection -> {
                    DispatchStops.open(connection, "a fire", "ada");
                    assertThat(DispatchStops.end(connection, "it is out", "bob")).isTrue();
                    assertThat(DispatchStops.end(connection, "again", "bob")).isFalse();
                    DispatchStops.open(connection, "a flood", "ada");
                    DispatchStops.end(connection, null, "bob");

                    var all = DispatchStops.list(connection, null, 2);
                    assertThat(all)
                            .extracting(DispatchStop::reason, DispatchStop::resumeReason)
                            .containsExactly(tuple("a flood", null), tuple("a fire", "it is out"));
                    assertThat(all).allSatisfy(stop -> assertThat(stop.resumedAt()).isNotNull());
                    assertThat(DispatchStops.list(connection, all.get(0).id(), 1))
                            .containsExactly(all.get(1));
                    assertThat(DispatchStops.current(connection)).isEmpty();
                });
    }

    /** What a test does with an open stop; a committed one would stop other tests. */
    @FunctionalInterface
    private interface Steps {
        void on(Connection connection) throws SQLException;
    }

    private void rolledBack(Steps steps) {
        database.transaction(
                connection -> {
                    steps.on(connection);
                    connection.rollback();
                    return null;
                });
    }
}
