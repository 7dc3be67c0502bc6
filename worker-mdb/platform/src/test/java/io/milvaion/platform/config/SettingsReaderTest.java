package io.milvaion.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @Test
    void whatIsNotGivenHasItsDefault() {
        var reader = given(Map.of("milvaion.retry.max-retries", " "));

        assertThat(reader.value(KnownSettings.RETRY_MAX_RETRIES)).isEqualTo(3);
        assertThat(reader.value(KnownSettings.REDIS_URL))
                .isEqualTo(URI.create("redis://127.0.0.1:6379/0"));
        assertThat(reader.value(KnownSettings.AUTO_DISABLE_ENABLED)).isTrue();
        assertThat(reader.given(KnownWorkerSettings.WORKER_GROUP)).isEmpty();
    }

    @Test
    void whatIsGivenIsRead() {
        var reader =
                given(
                        Map.of(
                                "milvaion.retry.max-retries", " 100 ",
                                "milvaion.auto-disable.enabled", "FALSE",
                                "milvaion.job-dispatcher.queue-type", "quorum",
                                "milvaion.redis.url", "rediss://u:p@h:1/2",
                                "worker.group", "mail"));

        assertThat(reader.value(KnownSettings.RETRY_MAX_RETRIES)).isEqualTo(100);
        assertThat(reader.value(KnownSettings.AUTO_DISABLE_ENABLED)).isFalse();
        assertThat(reader.value(KnownSettings.JOB_DISPATCHER_QUEUE_TYPE)).isEqualTo("quorum");
        assertThat(reader.value(KnownSettings.REDIS_URL))
                .isEqualTo(URI.create("rediss://u:p@h:1/2"));
        assertThat(reader.given(KnownWorkerSettings.WORKER_GROUP)).contains("mail");
    }

    @Test
    void jobClassHasItsOwnSetting() {
        var reader = given(Map.of("job-consumers.SendEmailJob.max-retries", "7"));

        assertThat(reader.given(KnownWorkerSettings.JOB_CONSUMERS_MAX_RETRIES.of("SendEmailJob")))
                .contains(7);
        assertThat(reader.given(KnownWorkerSettings.JOB_CONSUMERS_MAX_RETRIES.of("OtherJob")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    milvaion.retry.max-retries         | 101                      | 101                         | 0..100
                    milvaion.retry.max-retries         | -1                       | -1                          | 0..100
                    milvaion.retry.max-retries         | 1.5                      | 1.5                         | a whole number 0..100
                    milvaion.auto-disable.enabled      | yes                      | yes                         | true or false
                    milvaion.job-dispatcher.queue-type | stream                   | stream                      | classic or quorum
                    worker.on-claim-lost               | default                  | default                     | finish or interrupt
                    milvaion.redis.url                 | http://u:secret@h:1/0    | http://***@h:1/0            | an address with scheme redis or rediss
                    milvaion.rabbitmq.url              | amqp://u:secret@h:1/a b  | (hidden)                    | an address with scheme amqp or amqps
                    """)
    void wrongValueIsRefusedWithKeyValueAndWhatIsAllowed(
            String key, String value, String shown, String allowed) {
        var reader = given(Map.of(key, value));

        assertThatThrownBy(() -> KnownSettings.ALL.forEach(reader::given))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("setting " + key + " is \"" + shown + "\"; allowed: " + allowed);
    }

    private static SettingsReader given(Map<String, String> values) {
        return new SettingsReader(key -> Optional.ofNullable(values.get(key)));
    }
}
