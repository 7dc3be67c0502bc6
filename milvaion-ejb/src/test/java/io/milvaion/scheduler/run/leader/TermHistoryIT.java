package io.milvaion.scheduler.run.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermHistoryIT {

    private final Database database = Services.ownDatabase();
    private final TermHistory history = new TermHistory(database);

    @Test
    void aTermEndsWithTheWordOfItsNodeOrWithTheNextOne() {
        long first = next("one");
        history.ended(new Term(first), "it is stopping");
        long second = next("two");
        next("three");

        assertThat(history())
                .containsExactly(
                        "one ended: it is stopping",
                        "two ended: its node fell silent, or gave it up before it led",
                        "three leads");

        history.ended(new Term(second), "PostgreSQL has taken nothing from it for 5 s");
        assertThat(history())
                .as("the word of a node that was away counts more")
                .contains("two ended: PostgreSQL has taken nothing from it for 5 s");
    }

    @Test
    void onlyAHundredTermsAreKept() {
        long last = 0;
        for (int i = 0; i < 103; i++) {
            last = next("node");
        }

        assertThat(history()).hasSize(100);
        assertThat(number("select max(term) as n from leader_history")).isEqualTo(last);
        assertThat(number("select min(term) as n from leader_history")).isEqualTo(last - 99);
    }

    @Test
    void aTermThatWasForgottenIsEndedAllTheSame() {
        history.ended(new Term(987_654), "it is stopping");

        assertThat(history()).isEmpty();
    }

    private long next(String node) {
        return database.transaction(connection -> Terms.next(connection, node, 0));
    }

    private List<String> history() {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select node || case when ended_at is null then ' leads'
                                                            else ' ended: ' || reason end as line
                                          from leader_history order by term""")
                                .list(connection, row -> row.text("line")));
    }

    private long number(String query) {
        return database.autocommit(
                connection -> Sql.of(query).one(connection, row -> row.number("n")));
    }
}
