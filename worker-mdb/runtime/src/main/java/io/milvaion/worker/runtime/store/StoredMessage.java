package io.milvaion.worker.runtime.store;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.StatusMessage;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.worker.runtime.EndedAttempt;
import java.util.Arrays;
import java.util.List;

/** A message for the scheduler as it goes on the wire. Its bytes must not be changed. */
public final class StoredMessage {

    private static final byte STATUS = 1;
    private static final byte LOG = 2;

    private final String queue;
    private final byte[] body;
    private final List<EndedAttempt> ends;
    private final int reports;

    private StoredMessage(String queue, byte[] body, List<EndedAttempt> ends, int reports) {
        this.queue = queue;
        this.body = body;
        this.ends = ends;
        this.reports = reports;
    }

    /** Where it goes. */
    public String queue() {
        return queue;
    }

    public byte[] body() {
        return body;
    }

    /** The attempts that it reports as ended. */
    List<EndedAttempt> ends() {
        return ends;
    }

    /** How many reports it holds; none if it is about logs. */
    public int reports() {
        return reports;
    }

    public static StoredMessage of(LogMessage message) {
        return new StoredMessage(BrokerNames.LOG_QUEUE, WireJson.write(message), List.of(), 0);
    }

    public static StoredMessage of(StatusMessage message) {
        return status(WireJson.write(message), message);
    }

    private static StoredMessage status(byte[] body, StatusMessage message) {
        var reports = message.reports();
        return new StoredMessage(
                BrokerNames.STATUS_QUEUE, body, EndedAttempt.in(reports), reports.size());
    }

    byte[] toBytes() {
        var bytes = new byte[body.length + 1];
        bytes[0] = queue.equals(BrokerNames.STATUS_QUEUE) ? STATUS : LOG;
        System.arraycopy(body, 0, bytes, 1, body.length);
        return bytes;
    }

    /**
     * @throws PoisonMessage if these bytes were not written by {@link #toBytes}
     */
    static StoredMessage of(byte[] bytes) throws PoisonMessage {
        if (bytes.length == 0) {
            throw new PoisonMessage("a stored message is empty", null);
        }
        var body = Arrays.copyOfRange(bytes, 1, bytes.length);
        return switch (bytes[0]) {
            case STATUS -> status(body, WireJson.read(body, StatusMessage.class));
            case LOG -> new StoredMessage(BrokerNames.LOG_QUEUE, body, List.of(), 0);
            default -> throw new PoisonMessage("no kind of stored message: " + bytes[0], null);
        };
    }
}
