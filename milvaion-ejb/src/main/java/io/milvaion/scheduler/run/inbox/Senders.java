package io.milvaion.scheduler.run.inbox;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.SignedMessage;
import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tells who has sent a message, where worker groups have to prove themselves: by a signature with a
 * key of the group, or by the user that RabbitMQ has checked. Safe to share.
 */
@ApplicationScoped
public class Senders {

    @Inject RefusedSenders refused;
    @Inject Database database;

    GroupKeys keys;

    @PostConstruct
    void readSettings() {
        keys = GroupKeys.from(SettingsReader.ofApplication());
    }

    /**
     * Tells who has sent a message; empty if it must not be heard, which is noted.
     *
     * @param destination where it was sent: the queue, or the exchange of dead letters
     * @param stated group and instance that its body names; null where it names none
     */
    public Optional<SendingWorker> of(
            Delivery delivery,
            String destination,
            String subject,
            SendingWorker stated,
            Channel channel) {
        if (!keys.isOn()) {
            return Optional.of(stated);
        }
        var signed = signed(delivery, destination, subject);
        boolean names = signed.group() != null && !signed.group().isEmpty();
        var group = names ? signed.group() : stated.group();
        var sender =
                new SendingWorker(
                        group, signed.instance().isEmpty() ? stated.instance() : signed.instance());
        return why(delivery, signed, sender, stated, channel)
                .map(reason -> note(sender, reason))
                .orElse(Optional.of(sender));
    }

    /**
     * Removes what is about runs that are pinned to a group which has to prove itself, unless it
     * has.
     */
    public <T> void keepOwn(
            Collection<T> items, Function<T, SendingWorker> sender, Function<T, UUID> run) {
        if (keys.isOn() && !items.isEmpty()) {
            var runs = items.stream().map(run).distinct().toList();
            var groups = database.autocommit(connection -> PinnedRuns.among(connection, runs));
            items.removeIf(item -> !mayChange(sender.apply(item), groups.get(run.apply(item))));
        }
    }

    private boolean mayChange(SendingWorker sender, String pinnedTo) {
        boolean may = sender.owns(pinnedTo, keys);
        if (!may) {
            refused.note(sender, SenderRefused.FOREIGN);
        }
        return may;
    }

    /** Writes down what was refused; for the end of a batch. */
    public void settle() {
        refused.write();
    }

    private Optional<SenderRefused> why(
            Delivery delivery,
            SignedMessage signed,
            SendingWorker sender,
            SendingWorker stated,
            Channel channel) {
        boolean concerned = keys.concern(sender.group()) || keys.concern(stated.group());
        if (!concerned) {
            return Optional.empty();
        }
        if (contradicts(stated.group(), sender.group())
                || contradicts(stated.instance(), sender.instance())) {
            return Optional.of(SenderRefused.CONTRADICTORY);
        }
        if (isVouchedFor(delivery, sender.group(), channel)) {
            return Optional.empty();
        }
        var signature = header(delivery, SignedMessage.SIGNATURE_HEADER);
        if (signature.isEmpty()) {
            return Optional.of(SenderRefused.UNSIGNED);
        }
        return keys.keysOf(sender.group()).stream().anyMatch(k -> signed.isSigned(k, signature))
                ? Optional.empty()
                : Optional.of(SenderRefused.FORGED);
    }

    private static boolean contradicts(String stated, String signed) {
        return stated != null && !Objects.equals(stated, signed);
    }

    /** Other brokers than RabbitMQ let anybody write any user. */
    private boolean isVouchedFor(Delivery delivery, String group, Channel channel) {
        return keys.isUser(group, delivery.getProperties().getUserId())
                && "RabbitMQ"
                        .equals(
                                String.valueOf(
                                        channel.getConnection()
                                                .getServerProperties()
                                                .get("product")));
    }

    private Optional<SendingWorker> note(SendingWorker sender, SenderRefused reason) {
        refused.note(sender, reason);
        return Optional.empty();
    }

    private static SignedMessage signed(Delivery delivery, String destination, String subject) {
        return new SignedMessage(
                destination,
                subject == null ? "" : subject,
                header(delivery, SignedMessage.GROUP_HEADER),
                header(delivery, SignedMessage.INSTANCE_HEADER),
                header(delivery, SignedMessage.AT_HEADER),
                delivery.getBody());
    }

    private static String header(Delivery delivery, String name) {
        Map<String, Object> headers = delivery.getProperties().getHeaders();
        var value = headers == null ? null : headers.get(name);
        return value == null ? "" : value.toString();
    }
}
