package io.milvaion.scheduler.ground.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void whatSucceedsRunsOnce() {
        assertThat(Repeated.run(runs::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void aDeadlockIsRunAgain() throws Exception {
        int result =
                Repeated.run(
                        () -> {
                            if (runs.incrementAndGet() < 3) {
                                throw new SQLException("deadlock", "40P01");
                            }
                            return runs.get();
                        });

        assertThat(result).isEqualTo(3);
    }

    @Test
    void aDeadlockInTheContainersTransactionIsRunAgain() {
        int result =
                Repeated.run(
                        () -> {
                            if (runs.incrementAndGet() < 2) {
                                throw new EJBException(
                                        new PersistenceException(
                                                new SQLException("deadlock", "40P01")));
                            }
                            return runs.get();
                        });

        assertThat(result).isEqualTo(2);
    }

    @Test
    void afterFourRunsTheErrorIsTheCallers() {
        var deadlock = new SQLException("deadlock", "40P01");

        assertThatThrownBy(() -> Repeated.run(() -> failing(deadlock))).isSameAs(deadlock);
        assertThat(runs).hasValue(4);
    }

    @Test
    void otherErrorsAreNotRepeated() {
        for (var error :
                new SQLException[] {new SQLException("no state"), new SQLException("", "23505")}) {
            runs.set(0);
            assertThatThrownBy(() -> Repeated.run(() -> failing(error))).isSameAs(error);
            assertThat(runs).hasValue(1);
        }
    }

    private int failing(SQLException error) throws SQLException {
        runs.incrementAndGet();
        throw error;
    }
}
