package io.milvaion.bench.raw;

import com.rabbitmq.client.AMQP;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Messages with the members and sizes of the real ones, written and read without a codec. */
final class Wire {

    /** Persistent, as all messages are. */
    static final AMQP.BasicProperties PERSISTENT =
            new AMQP.BasicProperties.Builder()
                    .deliveryMode(2)
                    .contentType("application/json")
                    .build();

    private static final String ID = "\"occurrenceId\":\"";
    private static final int ID_LENGTH = 36;

    private Wire() {}

    static byte[] job(RawRun run, String publishedAt, String generation) {
        return ("{"
                        + ID
                        + run.id()
                        + "\",\"jobId\":\""
                        + run.jobId()
                        + "\",\"jobName\":\"bench\",\"jobType\":\"noop\",\"jobVersion\":1,\"plannedAt\":\""
                        + run.plannedAt()
                        + "\",\"attempt\":1,\"copy\":1,\"publishedAt\":\""
                        + publishedAt
                        + "\",\"generation\":\""
                        + generation
                        + "\",\"manual\":false,\"data\":{}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] status(List<UUID> ids) {
        String now = Instant.now().toString();
        var text = new StringBuilder(ids.size() * 200);
        text.append("{\"instanceId\":\"bench\",\"reports\":[");
        for (var id : ids) {
            text.append('{').append(ID).append(id).append("\",\"attempt\":1,\"state\":2");
            text.append(",\"publishedAt\":\"").append(now);
            text.append("\",\"startedAt\":\"").append(now);
            text.append("\",\"endedAt\":\"").append(now);
            text.append("\",\"durationMs\":0,\"permanent\":false},");
        }
        text.setCharAt(text.length() - 1, ']');
        return text.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The occurrences that a message is about. */
    static List<UUID> ids(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var ids = new ArrayList<UUID>();
        for (int at = text.indexOf(ID); at >= 0; at = text.indexOf(ID, at)) {
            at += ID.length();
            ids.add(UUID.fromString(text.substring(at, at + ID_LENGTH)));
        }
        return ids;
    }
}
