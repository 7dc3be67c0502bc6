package io.milvaion.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SignedMessageTest {

    private static final String KEY = "an-example-key-of-a-worker-group-0";
    private static final String SIGNATURE = "2DZ8ifA6K5zXQAZ4B_eO6W0f1kEOL6LoWd8n6vvgfqs";
    private static final String BODY =
            "{\"instanceId\":\"email-worker-1f9a03c2\",\"workerGroup\":\"email-worker\",\"reports\":[]}";

    private final SignedMessage message =
            new SignedMessage(
                    "milvaion.status",
                    "",
                    "email-worker",
                    "email-worker-1f9a03c2",
                    "1769076001523",
                    BODY.getBytes(UTF_8));

    @Test
    void theSignatureIsThatOfTheProtocol() throws IOException {
        assertThat(message.by(KEY)).isEqualTo(SIGNATURE);
        assertThat(message.isSigned(KEY, SIGNATURE)).isTrue();
        assertThat(message.isSigned(KEY, SIGNATURE.substring(1))).isFalse();
        assertThat(message.isSigned(KEY + "1", SIGNATURE)).isFalse();
        assertThat(Files.readString(Path.of("../../docs/worker-protocol.md")))
                .contains(KEY, BODY, SIGNATURE);
    }
}
