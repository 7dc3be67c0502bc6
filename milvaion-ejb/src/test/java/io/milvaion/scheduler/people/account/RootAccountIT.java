package io.milvaion.scheduler.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.secret.PasswordHash;
import io.milvaion.scheduler.service.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootAccountIT {

    @TempDir Path directory;
    private final Database database = Services.ownDatabase();
    private final Accounts accounts = SomeAccount.accounts(database);

    @Test
    void aRandomPasswordIsToldOnceToTheOwnerAndMustBeChanged() throws Exception {
        var file = directory.resolve("password");

        var id = RootScene.make(database, Optional.of(file));

        var password = Files.readString(file).strip();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(matches(password)).isTrue();
        assertThat(accounts.require(id).mustChangePassword()).isTrue();
        assertThat(accounts.require(id).roles()).containsExactly("Admin");
        Files.delete(file);
        RootScene.make(database, Optional.of(file));
        assertThat(file).as("a second start makes nothing").doesNotExist();
    }

    @Test
    void aChosenPasswordIsTakenAndLaterOnesAreNot() {
        start("the first one of root's");
        start("another one of root's");

        assertThat(matches("the first one of root's")).isTrue();
        assertThat(matches("another one of root's")).isFalse();
    }

    @Test
    void nodesThatStartTogetherMakeOne() {
        IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(() -> start("password of node " + i)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(IntStream.range(0, 6).filter(i -> matches("password of node " + i))).hasSize(1);
    }

    private void start(String password) {
        RootScene.node(database, new RootSettings(Optional.of(password), Optional.empty()))
                .makeIfFirst();
    }

    private boolean matches(String password) {
        var hash = accounts.credentials("ROOT").orElseThrow().passwordHash();
        return PasswordHash.matches(password, hash);
    }
}
