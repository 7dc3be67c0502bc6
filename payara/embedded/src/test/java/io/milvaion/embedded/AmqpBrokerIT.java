package io.milvaion.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmqpBrokerIT {

    private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);

    @TempDir Path directory;
    private EmbeddedServices services;

    @BeforeEach
    void startBroker() throws IOException {
        services =
                EmbeddedServices.start(
                        directory,
                        new ServiceUrls("postgresql://unused/x", "redis://unused", null),
                        line -> {});
    }

    @AfterEach
    void stopBroker() throws IOException {
        services.close();
    }

    @Test
    void aTopicExchangeRoutesAndConfirms() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            channel.exchangeDeclare("milvaion.jobs", "topic", true);
            channel.queueDeclare("jobs.hello.wildcard", true, false, false, null);
            channel.queueBind("jobs.hello.wildcard", "milvaion.jobs", "hello.*");
            channel.confirmSelect();
            for (int run = 0; run < 1_000; run++) {
                channel.basicPublish(
                        "milvaion.jobs",
                        "hello." + run,
                        true,
                        MessageProperties.PERSISTENT_BASIC,
                        BODY);
            }
            channel.waitForConfirmsOrDie(10_000);

            assertThat(channel.messageCount("jobs.hello.wildcard")).isEqualTo(1_000);
            assertThat(channel.basicGet("jobs.hello.wildcard", true).getBody()).isEqualTo(BODY);
        }
    }

    @Test
    void aMandatoryMessageWithoutAQueueComesBackAndIsNotConfirmed() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            BlockingQueue<String> events = new LinkedBlockingQueue<>();
            channel.addReturnListener(message -> events.add("return " + message.getRoutingKey()));
            channel.addConfirmListener(
                    (tag, multiple) -> events.add("ack"), (tag, multiple) -> events.add("nack"));
            channel.exchangeDeclare("milvaion.jobs", "topic", true);
            channel.confirmSelect();
            channel.basicPublish("milvaion.jobs", "nobody.1", true, null, BODY);

            assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("nack");
            assertThat(events.poll(10, TimeUnit.SECONDS)).isEqualTo("return nobody.1");
        }
    }

    @Test
    void queueArgumentsThatItDoesNotKnowAreIgnored() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            Map<String, Object> arguments =
                    Map.of(
                            "x-queue-type",
                            "quorum",
                            "x-dead-letter-exchange",
                            "milvaion.dlx",
                            "x-max-length",
                            10);

            AMQP.Queue.DeclareOk declared =
                    channel.queueDeclare("milvaion.status", true, false, false, arguments);

            assertThat(declared.getQueue()).isEqualTo("milvaion.status");
            channel.queueDeclarePassive("milvaion.status");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"30000", "5000", "1", "1700000000000"})
    void aMessageWithAnExpirationIsDelivered(String expiration) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("milvaion.verify", true, false, false, null);
            var properties = new AMQP.BasicProperties.Builder().expiration(expiration).build();
            channel.confirmSelect();
            channel.basicPublish("", "milvaion.verify", properties, BODY);
            channel.waitForConfirmsOrDie(10_000);

            assertThat(channel.basicGet("milvaion.verify", true)).isNotNull();
        }
    }

    @Test
    void itIsNotTakenForRabbitMq() throws Exception {
        try (Connection connection = connect()) {
            assertThat(connection.getServerProperties().get("product"))
                    .hasToString("Apache Qpid Broker-J Core");
        }
    }

    @Test
    void aPassiveDeclareOfAMissingQueueClosesTheChannelWith404() throws Exception {
        try (Connection connection = connect()) {
            Channel channel = connection.createChannel();

            assertThatThrownBy(() -> channel.queueDeclarePassive("missing"))
                    .cause()
                    .hasMessageContaining("reply-code=404");
        }
    }

    @Test
    void aRestartBreaksConnectionsAndComesBackEmptyAtTheSameAddress() throws Exception {
        String url = services.urls().rabbitmq();
        Connection before = connect();
        before.createChannel().queueDeclare("milvaion.status", true, false, false, null);
        CompletableFuture<Void> broken = new CompletableFuture<>();
        before.addShutdownListener(cause -> broken.complete(null));

        services.restartBroker();

        broken.get(10, TimeUnit.SECONDS);
        assertThat(services.urls().rabbitmq()).isEqualTo(url);
        try (Connection connection = connect()) {
            Channel channel = connection.createChannel();
            assertThatThrownBy(() -> channel.queueDeclarePassive("milvaion.status"))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() throws Exception {
        int port = factory().getPort();
        for (InetAddress address :
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList()) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .as(address.toString())
                    .isInstanceOf(IOException.class);
        }
    }

    private Connection connect() throws Exception {
        return factory().newConnection();
    }

    private ConnectionFactory factory() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(services.urls().rabbitmq());
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }
}
