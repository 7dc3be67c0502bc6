package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.service.Services;
import org.junit.jupiter.api.Test;

class TermsIT {

    private final Database database = Services.ownDatabase();

    @Test
    void eachTermIsTheNext() {
        assertThat(next()).isEqualTo(next() - 1);
    }

    @Test
    void whenTheCountIsGoneTheNextTermIsHigherThanAnyBefore() {
        long before = next();
        forget();
        long restored = next();
        await().until(() -> System.currentTimeMillis() > restored);
        forget();

        assertThat(restored).isGreaterThan(before + 1_000_000_000);
        assertThat(next()).isGreaterThan(restored);
        assertThat(repairs()).isEqualTo(2);
    }

    private long next() {
        return database.transaction(connection -> Terms.next(connection, "node", 0));
    }

    private void forget() {
        database.transaction(
                connection -> {
                    try (var statement = connection.prepareStatement("delete from leader_terms")) {
                        return statement.executeUpdate();
                    }
                });
    }

    private long repairs() {
        return database.autocommit(
                connection -> {
                    try (var statement =
                                    connection.prepareStatement(
                                            "select count(*) from repairs where kind = 'term'");
                            var row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }
}
