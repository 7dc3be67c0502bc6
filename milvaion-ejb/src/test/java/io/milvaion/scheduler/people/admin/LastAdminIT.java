package io.milvaion.scheduler.people.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.account.AccountStays;
import io.milvaion.scheduler.people.account.RootScene;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.caller.CallerScene;
import io.milvaion.scheduler.service.Services;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
class LastAdminIT {

    private final Database database = Services.ownDatabase();
    private final AccountAdmin admin = new AccountAdmin();
    private final UUID root = RootScene.make(database, Optional.empty());
    private final Caller caller = CallerScene.admin("root", root);

    LastAdminIT() {
        admin.database = database;
    }

    @Test
    void theLastAdminIsNotDemotedDisabledOrDeleted() {
        refused(() -> admin.change(root, any -> true, null, null, List.of("Viewer"), caller));
        refused(() -> admin.change(root, any -> true, false, null, null, caller));
        refused(() -> admin.delete(root, any -> true, caller));

        assertThat(
                        admin.change(
                                        root,
                                        any -> true,
                                        true,
                                        null,
                                        List.of("Admin", "Viewer"),
                                        caller)
                                .roles())
                .containsExactly("Admin", "Viewer");
    }

    @Test
    void anAdminWhoCannotLogInDoesNotCount() {
        var other = SomeAccount.in(database, "Admin").id();
        admin.change(other, any -> true, false, null, null, caller);

        refused(() -> admin.delete(root, any -> true, caller));
    }

    @Test
    void ofTwoWhoLeaveAtOnceOneStays() {
        var other = SomeAccount.in(database, "Admin").id();

        var left =
                Stream.of(root, other)
                        .map(id -> CompletableFuture.supplyAsync(() -> leaves(id)))
                        .toList()
                        .stream()
                        .filter(CompletableFuture::join);

        assertThat(left).hasSize(1);
    }

    private boolean leaves(UUID id) {
        try {
            admin.change(id, any -> true, false, null, null, caller);
            return true;
        } catch (AccountStays e) {
            return false;
        }
    }

    private static void refused(Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOf(AccountStays.class)
                .hasMessageContaining("Admin");
    }
}
