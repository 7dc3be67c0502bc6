package io.milvaion.scheduler.people.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.service.Services;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SigningKeysIT {

    private final Database database = Services.ownDatabase();

    @Test
    void nodesThatStartTogetherShareOneKey() {
        var keys =
                IntStream.range(0, 6)
                        .mapToObj(i -> new SessionScene(database).keys)
                        .map(node -> CompletableFuture.supplyAsync(node::signer))
                        .toList()
                        .stream()
                        .map(key -> key.join().getKeyID())
                        .distinct();

        assertThat(keys).hasSize(1);
    }

    @Test
    void theDatabaseAloneCannotSign() {
        new SessionScene(database).keys.signer();

        assertThat(stored()).doesNotContain("\"d\"", "P-256");
        var other = new SessionScene(database, Optional.of("another secret, as long as that"));
        assertThatThrownBy(other.keys::signer).hasMessageContaining("milvaion.secret");
        var none = new SessionScene(database, Optional.empty());
        assertThatThrownBy(none.keys::signer).hasMessageContaining("milvaion.secret");
    }

    @Test
    void withoutASecretItIsStoredReadably() {
        new SessionScene(database, Optional.empty()).keys.signer();

        assertThat(stored()).contains("P-256");
    }

    private String stored() {
        return database.autocommit(
                connection ->
                        Sql.of("select jwk from signing_keys")
                                .one(
                                        connection,
                                        row ->
                                                new String(
                                                        row.bytes("jwk"), StandardCharsets.UTF_8)));
    }
}
