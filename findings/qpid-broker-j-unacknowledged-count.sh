#!/usr/bin/env bash
# Apache Qpid Broker-J 10.1.0 counts messages that are with a consumer, but not yet acknowledged, as messages of the queue: an AMQP 0-9-1
# queue.declare(passive) answers them in message-count. The specification has it as the number of messages in the queue that do not await
# acknowledgement, RabbitMQ counts just these, and tools that scale consumers by it, or wait for an empty queue, rely on that.
#
# Seen, with three messages of which a consumer with a prefetch of one holds the first: "waiting: 3, one with a consumer: 3, acknowledged: 2".
# With RabbitMQ the second number is 2. Fails if any of these changes. Needs a JDK 17 and Maven.
set -euo pipefail
maven=$(command -v mvn || echo "$(cd "$(dirname "$0")/.." && pwd)/mvnw")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.qpid</groupId><artifactId>qpid-broker-core</artifactId><version>10.1.0</version></dependency>
    <dependency><groupId>org.apache.qpid</groupId><artifactId>qpid-broker-plugins-amqp-0-8-protocol</artifactId><version>10.1.0</version></dependency>
    <dependency><groupId>org.apache.qpid</groupId><artifactId>qpid-broker-plugins-memory-store</artifactId><version>10.1.0</version></dependency>
    <dependency><groupId>com.rabbitmq</groupId><artifactId>amqp-client</artifactId><version>5.37.1</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
POM
"$maven" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib

cat >broker.json <<'JSON'
{
  "name": "broker", "modelVersion": "9.1",
  "authenticationproviders": [{"name": "anybody", "type": "Anonymous"}],
  "ports": [{"name": "amqp", "type": "AMQP", "bindingAddress": "127.0.0.1", "port": "${port}", "authenticationProvider": "anybody",
             "virtualhostaliases": [{"name": "default", "type": "defaultAlias"}, {"name": "named", "type": "nameAlias"}]}],
  "virtualhostnodes": [{"name": "default", "type": "Memory", "defaultVirtualHostNode": "true",
                        "virtualHostInitialConfiguration": "{\"type\": \"Memory\"}"}]
}
JSON

cat >Finding.java <<'JAVA'
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.server.SystemLauncher;

class Finding {
    public static void main(String[] arguments) throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var broker = new SystemLauncher();
        broker.startup(
                Map.of(
                        "type", "Memory",
                        "initialConfigurationLocation", Path.of("broker.json").toUri().toString(),
                        "startupLoggedToSystemOut", false,
                        "context", Map.of("port", String.valueOf(port), "qpid.work_dir", Path.of("work").toAbsolutePath().toString())));
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setSaslConfig(mechanisms -> new com.rabbitmq.client.SaslMechanism() {
            public String getName() {
                return "ANONYMOUS";
            }

            public com.rabbitmq.client.LongString handleChallenge(com.rabbitmq.client.LongString challenge, String user, String password) {
                return com.rabbitmq.client.impl.LongStringHelper.asLongString("");
            }
        });
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.queueDeclare("queue", false, false, false, null);
            for (int i = 0; i < 3; i++) {
                channel.basicPublish("", "queue", null, new byte[1]);
            }
            channel.waitForConfirmsOrDie(10_000);
            long waiting = count(connection);

            channel.basicQos(1);
            var taken = new ArrayBlockingQueue<Long>(3);
            var consumer = channel.basicConsume("queue", false, (tag, message) -> taken.add(message.getEnvelope().getDeliveryTag()), tag -> {});
            long first = taken.poll(10, TimeUnit.SECONDS);
            long held = count(connection);

            channel.basicCancel(consumer); // else the next one would be held
            channel.basicAck(first, false);
            long acknowledged = held;
            for (int i = 0; i < 100 && acknowledged == held; i++) {
                Thread.sleep(100);
                acknowledged = count(connection);
            }
            System.out.println("waiting: " + waiting + ", one with a consumer: " + held + ", acknowledged: " + acknowledged);
        }
        broker.shutdown();
    }

    private static long count(Connection connection) throws Exception {
        try (var channel = connection.createChannel()) {
            return channel.queueDeclarePassive("queue").getMessageCount();
        }
    }
}
JAVA
timeout 120 java -cp 'lib/*' Finding.java >seen 2>errors || { cat seen errors; exit 1; }
cat seen
diff - seen <<'SEEN' && echo "as found"
waiting: 3, one with a consumer: 3, acknowledged: 2
SEEN
