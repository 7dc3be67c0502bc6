package io.milvaion.scheduler.run.inbox;

import com.rabbitmq.client.AMQP;
import io.milvaion.contract.SignedMessage;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.util.HashMap;
import java.util.Map;

/** Workers that prove themselves, or do not. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class SenderScene {

    private SenderScene() {}

    /** Nobody has to. */
    public static Senders unchecked() {
        return checked(null, "");
    }

    /**
     * @param keys as {@code milvaion.workers.keys} has them
     */
    public static Senders checked(Database database, String keys) {
        return of(database, GroupKeys.of(keys, "", true));
    }

    static Senders of(Database database, GroupKeys keys) {
        var senders = new Senders();
        senders.keys = keys;
        senders.database = database;
        senders.refused = new RefusedSenders();
        senders.refused.database = database;
        senders.refused.metrics = new Metrics();
        senders.refused.count();
        return senders;
    }

    /** The properties of a signed message. */
    public static AMQP.BasicProperties signed(
            String queue, String group, String instance, String key, byte[] body) {
        return signed(queue, "", group, instance, key, body);
    }

    /** Likewise of one with a subject. */
    public static AMQP.BasicProperties signed(
            String queue, String subject, String group, String instance, String key, byte[] body) {
        var message = new SignedMessage(queue, subject, group, instance, "1769076001523", body);
        Map<String, Object> headers = new HashMap<>();
        headers.put(SignedMessage.GROUP_HEADER, group);
        headers.put(SignedMessage.INSTANCE_HEADER, instance);
        headers.put(SignedMessage.AT_HEADER, message.at());
        headers.put(SignedMessage.SIGNATURE_HEADER, message.by(key));
        return new AMQP.BasicProperties.Builder().headers(headers).build();
    }

    /** How many messages of an instance were not heard, as people see it. */
    public static long refusals(Database database, String instance) {
        return database.autocommit(
                c ->
                        Sql.of(
                                        """
                                        select coalesce(sum(count), 0)::bigint as count
                                          from refused_senders where instance_id = :instance""")
                                .with("instance", instance)
                                .one(c, row -> row.number("count")));
    }
}
