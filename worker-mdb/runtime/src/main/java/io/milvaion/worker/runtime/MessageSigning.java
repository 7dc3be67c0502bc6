package io.milvaion.worker.runtime;

import com.rabbitmq.client.AMQP.BasicProperties;
import io.milvaion.contract.SignedMessage;
import io.milvaion.platform.amqp.Signing;
import java.util.HashMap;
import java.util.Map;

/** Signs what one worker instance sends, as its settings say; any thread. */
record MessageSigning(SigningSettings settings, WorkerIdentity identity, RedisClock clock)
        implements Signing {

    @Override
    public BasicProperties sign(
            BasicProperties properties, String destination, String subject, byte[] body) {
        var headers = new HashMap<String, Object>();
        if (properties.getHeaders() != null) {
            headers.putAll(properties.getHeaders());
        }
        var message =
                new SignedMessage(
                        destination,
                        subject,
                        identity.group(),
                        identity.instanceId(),
                        Long.toString(clock.instant().toEpochMilli()),
                        body);
        headers.putAll(
                Map.of(
                        SignedMessage.GROUP_HEADER, message.group(),
                        SignedMessage.INSTANCE_HEADER, message.instance(),
                        SignedMessage.AT_HEADER, message.at()));
        if (settings.key() != null) {
            headers.put(SignedMessage.SIGNATURE_HEADER, message.by(settings.key()));
        }
        return properties.builder().headers(headers).userId(settings.brokerUser()).build();
    }
}
