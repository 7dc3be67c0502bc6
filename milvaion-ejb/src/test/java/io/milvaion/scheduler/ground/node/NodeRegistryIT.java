package io.milvaion.scheduler.ground.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here
class NodeRegistryIT {

    private final Database database = Services.ownDatabase();
    private final NodeRegistry one = registry();
    private final NodeRegistry other = registry();

    @Test
    void whoWouldLeadIsSeenWithItsRules() {
        other.tell(new KnownZones("2026f", "/zones", Set.of("UTC")));
        other.seen();
        one.seen();
        assertThat(one.candidates()).as("it would not").isEmpty();

        other.stands(true);
        other.seen();
        one.seen();
        assertThat(one.candidates()).containsExactly(new Candidate(other.node.id(), "2026f"));
        other.seen();
        assertThat(other.candidates()).as("not itself").isEmpty();

        other.left();
        one.seen();
        assertThat(one.candidates()).isEmpty();
    }

    @Test
    void aNodeThatFellSilentIsNotCountedOn() {
        other.tell(new KnownZones("2026f", "/zones", Set.of("UTC")));
        other.stands(true);
        other.seen();
        execute("update nodes set last_seen_at = now() - interval '5 s'");
        one.seen();

        assertThat(one.candidates()).isEmpty();
        assertThat(one.notKnowing("Europe/Berlin")).isEmpty();
    }

    @Test
    void whoDoesNotKnowAZoneIsNamed() {
        one.tell(new KnownZones("2025a", "Java", Set.of("UTC", "Europe/Berlin")));
        other.tell(new KnownZones("2026f", "/zones", Set.of("UTC", "America/Coyhaique")));
        one.seen();
        other.seen();
        registry().seen(); // it does not tell

        assertThat(one.notKnowing("UTC")).isEmpty();
        assertThat(one.notKnowing("America/Coyhaique")).containsExactly(one.node.id() + " (2025a)");

        one.tell(new KnownZones("2026f", "/zones", Set.of("UTC", "America/Coyhaique")));
        one.seen();
        assertThat(one.notKnowing("America/Coyhaique")).isEmpty();
    }

    private NodeRegistry registry() {
        var registry = new NodeRegistry();
        registry.database = database;
        var id = "node-" + UUID.randomUUID();
        registry.node =
                new NodeIdentity() {
                    @Override
                    public String id() {
                        return id;
                    }
                };
        return registry;
    }

    private void execute(String sql) {
        database.autocommit(connection -> Sql.of(sql).update(connection));
    }
}
