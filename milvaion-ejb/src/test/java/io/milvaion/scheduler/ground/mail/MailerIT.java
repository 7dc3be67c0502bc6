package io.milvaion.scheduler.ground.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.mail.MailScene.Arrived;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

class MailerIT {

    private static final Mail MAIL = new Mail("ada@example.org", "Grüße", "Ein Wort – für Ada.\n");

    @TempDir Path directory;

    @Test
    void aLetterArrivesAsItWasWritten() {
        try (var scene = new MailScene()) {
            send(scene);

            assertThat(scene.letters())
                    .containsExactly(
                            new Arrived("ada@example.org", "Grüße", "Ein Wort – für Ada.\r\n"));
            assertThat(outcome(scene, "sent")).isEqualTo(1);
        }
    }

    @Test
    void theConnectionIsEncryptedBeforeTheLogin() {
        var trusted = certificate("localhost");
        try (var scene = new MailScene(startTls(trusted), "starttls", "ada", trusted)) {
            send(scene);

            assertThat(scene.letters()).hasSize(1);
        }
        try (var scene = new MailScene(b -> b.serverSocketFactory(trusted), "tls", null, trusted)) {
            send(scene);

            assertThat(scene.letters()).hasSize(1);
        }
    }

    @Test
    void aServerThatDoesNotEncryptOrIsAnotherGetsNothing() {
        var trusted = certificate("localhost");
        nothingArrives(b -> b, "starttls", trusted);
        nothingArrives(startTls(trusted), "starttls", null);
        var other = certificate("elsewhere.example.org");
        nothingArrives(startTls(other), "starttls", other);
        nothingArrives(b -> b.serverSocketFactory(other), "tls", other);
        nothingArrives(b -> b, "tls", trusted);
    }

    @Test
    void whatCannotBeSentKeepsTheNextLetterFromNothing() {
        try (var scene = new MailScene()) {
            scene.mailer.send(() -> List.of(new Mail("no address", "x", "y"), MAIL));
            scene.deliver();

            assertThat(scene.letters()).hasSize(1);
            assertThat(outcome(scene, "failed")).isEqualTo(1);
        }
    }

    private void nothingArrives(
            UnaryOperator<SMTPServer.Builder> server, String encryption, SSLContext trusted) {
        try (var scene = new MailScene(server, encryption, null, trusted)) {
            send(scene);

            assertThat(scene.letters()).isEmpty();
            assertThat(outcome(scene, "failed")).isEqualTo(1);
        }
    }

    private static void send(MailScene scene) {
        scene.mailer.send(() -> List.of(MAIL));
        scene.deliver();
    }

    /** A server that takes nothing in the clear, and knows the password of ada. */
    private static UnaryOperator<SMTPServer.Builder> startTls(SSLContext context) {
        return builder ->
                builder.enableTLS()
                        .requireTLS()
                        .startTlsSocketFactory(context)
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory(
                                        (user, password, c) -> {
                                            if (!password.equals("secret of ada")) {
                                                throw new LoginFailedException();
                                            }
                                        }));
    }

    private SSLContext certificate(String host) {
        return TestCertificate.of(directory, host).context();
    }

    private static double outcome(MailScene scene, String outcome) {
        return scene.mailer.metrics.registry().scrape(n -> n.equals("milvaion_mails")).stream()
                .flatMap(s -> ((CounterSnapshot) s).getDataPoints().stream())
                .filter(p -> outcome.equals(p.getLabels().get("outcome")))
                .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
                .sum();
    }
}
