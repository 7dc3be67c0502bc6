package io.milvaion.scheduler.run.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.milvaion.platform.config.InvalidSetting;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendersTest {

    private static final String QUEUE = "milvaion.status";
    private static final String KEY = "a-key-of-the-group-mail-of-tests";
    private static final String NEXT = "the-next-key-of-the-group-of-tests";
    private static final byte[] BODY = "{\"reports\":[]}".getBytes(UTF_8);
    private static final SendingWorker MAIL = new SendingWorker("mail", "mail-1");

    private final Senders senders =
            SenderScene.of(null, GroupKeys.of("mail=" + KEY + ",mail=" + NEXT, "", true));

    @Test
    void eitherOfTwoKeysIsGoodWhileOneIsReplaced() {
        assertThat(heard(SenderScene.signed(QUEUE, "mail", "mail-1", KEY, BODY), MAIL)).isTrue();
        assertThat(heard(SenderScene.signed(QUEUE, "mail", "mail-1", NEXT, BODY), MAIL)).isTrue();
        assertThat(refused("forged")).isZero();
    }

    @Test
    void whatIsSignedCannotBecomeAnythingElse() {
        var signed = SenderScene.signed(QUEUE, "mail", "mail-1", KEY, BODY);

        assertThat(heard(signed, MAIL, QUEUE, "", "{\"reports\":[1]}")).as("body").isFalse();
        assertThat(heard(signed, MAIL, "milvaion.logs", "", text())).as("kind").isFalse();
        assertThat(heard(signed, MAIL, QUEUE, "reply", text())).as("subject").isFalse();
        for (var header : signed.getHeaders().keySet()) {
            var swapped = new HashMap<>(signed.getHeaders());
            swapped.put(header, "x");
            assertThat(heard(with(swapped), new SendingWorker(null, null)))
                    .as(header)
                    .isEqualTo(header.equals("x-milvaion-group"));
        }
        assertThat(refused("forged")).isEqualTo(6);
    }

    @Test
    void withoutSignatureOrWithAnotherKeyAGroupIsNotHeard() {
        var nothing = new AMQP.BasicProperties();
        assertThat(heard(nothing, MAIL)).isFalse();
        assertThat(refused("unsigned")).isEqualTo(1);
        var other = SenderScene.signed(QUEUE, "mail", "mail-1", KEY + "x", BODY);
        assertThat(heard(other, MAIL)).isFalse();
        assertThat(refused("forged")).isEqualTo(1);
    }

    @Test
    void whatIsInsideHasToBeWhatIsSigned() {
        var signed = SenderScene.signed(QUEUE, "mail", "mail-1", KEY, BODY);
        assertThat(heard(signed, new SendingWorker("mail", "mail-2"))).isFalse();
        assertThat(heard(signed, new SendingWorker("batch", "mail-1"))).isFalse();
        var disguised = SenderScene.signed(QUEUE, "batch", "mail-1", KEY, BODY);
        assertThat(heard(disguised, MAIL)).isFalse();
        assertThat(refused("contradictory")).isEqualTo(3);
    }

    @Test
    void otherGroupsAreHeardAsEverUnlessNobodyIsWithout() {
        var batch = new SendingWorker("batch", "batch-1");
        assertThat(heard(new AMQP.BasicProperties(), batch)).isTrue();
        assertThat(heard(new AMQP.BasicProperties(), new SendingWorker(null, "x"))).isTrue();

        var strict = SenderScene.of(null, GroupKeys.of("mail=" + KEY, "", false));
        for (var stated : new SendingWorker[] {batch, new SendingWorker(null, "x"), MAIL}) {
            assertThat(
                            strict.of(
                                    delivery(new AMQP.BasicProperties(), text()),
                                    QUEUE,
                                    "",
                                    stated,
                                    null))
                    .isEmpty();
        }
        assertThat(
                        strict.of(
                                delivery(
                                        SenderScene.signed(QUEUE, "mail", "mail-1", KEY, BODY),
                                        text()),
                                QUEUE,
                                "",
                                MAIL,
                                null))
                .contains(MAIL);
    }

    @Test
    void aUserProvesAGroupWhereTheBrokerChecksIt() {
        var byUser = SenderScene.of(null, GroupKeys.of("", "mail=mailer", true));
        var named = delivery(new AMQP.BasicProperties.Builder().userId("mailer").build(), text());
        var other = delivery(new AMQP.BasicProperties.Builder().userId("guest").build(), text());

        assertThat(byUser.of(named, QUEUE, "", MAIL, broker("RabbitMQ"))).contains(MAIL);
        assertThat(byUser.of(other, QUEUE, "", MAIL, broker("RabbitMQ"))).isEmpty();
        assertThat(byUser.of(named, QUEUE, "", MAIL, broker("qpid"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "=x", "mail=short", "mail=", "a=b=c"})
    void settingsThatCannotBeMeantAreRefusedWithoutTheKey(String keys) {
        assertThatThrownBy(() -> GroupKeys.of(keys, "", true))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("milvaion.workers.keys")
                .hasMessageNotContaining(keys);
    }

    private boolean heard(AMQP.BasicProperties properties, SendingWorker stated) {
        return heard(properties, stated, QUEUE, "", text());
    }

    private boolean heard(
            AMQP.BasicProperties properties,
            SendingWorker stated,
            String queue,
            String subject,
            String body) {
        return senders.of(delivery(properties, body), queue, subject, stated, null).isPresent();
    }

    private double refused(String reason) {
        return senders.refused.metrics.registry().scrape().stream()
                .filter(s -> s.getMetadata().getName().startsWith("milvaion_refused"))
                .flatMap(s -> ((CounterSnapshot) s).getDataPoints().stream())
                .filter(p -> reason.equals(p.getLabels().get("reason")))
                .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
                .sum();
    }

    private static String text() {
        return new String(BODY, UTF_8);
    }

    private static AMQP.BasicProperties with(Map<String, Object> headers) {
        return new AMQP.BasicProperties.Builder().headers(headers).build();
    }

    private static Delivery delivery(AMQP.BasicProperties properties, String body) {
        return new Delivery(new Envelope(1, false, "", QUEUE), properties, body.getBytes(UTF_8));
    }

    /** A channel that knows what its broker calls itself. */
    private static Channel broker(String product) {
        var connection = answering(Connection.class, Map.of("product", product));
        return answering(Channel.class, connection);
    }

    private static <T> T answering(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (p, m, a) -> answer));
    }
}
