package io.milvaion.worker.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.milvaion.contract.SignedMessage;
import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageSigningTest {

    private static final String KEY = "a-key-of-the-group-mail-of-tests";
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final BasicProperties GIVEN =
            new BasicProperties.Builder()
                    .contentType("application/json")
                    .headers(Map.of("x-milvaion-routing-key", "noop.1"))
                    .build();

    private final WorkerIdentity mail = new WorkerIdentity("mail-1", "mail", "host", "token");

    @Test
    void aMessageKeepsItsPropertiesAndTellsWhoSendsIt() {
        var signed = sign(new SigningSettings(KEY, null));

        assertThat(signed.getContentType()).isEqualTo("application/json");
        assertThat(signed.getUserId()).isNull();
        assertThat(signed.getHeaders())
                .containsEntry("x-milvaion-routing-key", "noop.1")
                .containsEntry("x-milvaion-group", "mail")
                .containsEntry("x-milvaion-instance", "mail-1");
        var at = signed.getHeaders().get("x-milvaion-signed-at").toString();
        var message = new SignedMessage("milvaion.dlx", "noop.1", "mail", "mail-1", at, BODY);
        assertThat(signed.getHeaders().get("x-milvaion-signature")).isEqualTo(message.by(KEY));
        assertThat(at).matches("\\d{13}");
    }

    @Test
    void aUserStandsInTheMessageForTheBrokerToCheck() {
        var named = sign(new SigningSettings(null, "mailer"));

        assertThat(named.getUserId()).isEqualTo("mailer");
        assertThat(named.getHeaders()).doesNotContainKey("x-milvaion-signature");
    }

    @Test
    void theKeyIsASettingOrAFile(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("key"), KEY + "\n");

        assertThat(read(Map.of("worker.signing-key-file", file.toString())).key()).isEqualTo(KEY);
        assertThat(read(Map.of("worker.signing-key", KEY)).key()).isEqualTo(KEY);
        assertThat(read(Map.of()).isOn()).isFalse();
        assertThatThrownBy(() -> read(Map.of("worker.signing-key-file", "/nowhere")))
                .isInstanceOf(InvalidSetting.class);
        assertThatThrownBy(() -> read(Map.of("worker.signing-key", "short")))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> new SigningSettings(KEY, null).requireGroup(null))
                .isInstanceOf(InvalidSetting.class);
    }

    private BasicProperties sign(SigningSettings settings) {
        return new MessageSigning(settings, mail, new RedisClock())
                .sign(GIVEN, "milvaion.dlx", "noop.1", BODY);
    }

    private static SigningSettings read(Map<String, String> given) {
        return SigningSettings.from(new SettingsReader(key -> Optional.ofNullable(given.get(key))));
    }
}
