#!/usr/bin/env bash
# Apache Qpid Broker-J 10.1.0 takes the AMQP 0-9-1 property `expiration` for a date, in milliseconds since 1970.
# RabbitMQ, whose client sends it here (5.37.1), and most writers of clients mean a time to live in milliseconds.
# So a message with the expiration of 30,000 (half a minute) counts as expired since 1970-01-01T00:00:30Z and is never
# delivered, without an error or a return to its publisher, while one that carries a date of tomorrow arrives.
#
# Seen: "without: delivered", "30000: not delivered", "tomorrow as a date: delivered".
# Fails if any of these changes. Needs a JDK 17 and Maven.
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
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
            tell(channel, "without", null);
            tell(channel, "30000", "30000");
            tell(channel, "tomorrow as a date", String.valueOf(Instant.now().plus(Duration.ofDays(1)).toEpochMilli()));
        }
        broker.shutdown();
    }

    private static void tell(com.rabbitmq.client.Channel channel, String name, String expiration) throws Exception {
        var queue = channel.queueDeclare(name, false, false, false, null).getQueue();
        channel.basicPublish("", queue, true, new AMQP.BasicProperties.Builder().expiration(expiration).build(), new byte[1]);
        channel.waitForConfirmsOrDie(10_000);
        System.out.println(name + ": " + (channel.basicGet(queue, true) == null ? "not delivered" : "delivered"));
    }
}
JAVA
timeout 120 java -cp 'lib/*' Finding.java >seen 2>errors || { cat seen errors; exit 1; }
cat seen
diff - seen <<'SEEN' && echo "as found"
without: delivered
30000: not delivered
tomorrow as a date: delivered
SEEN
