package io.milvaion.scheduler.run.worker;

import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.contract.RegistrationMessage.Consumer;
import io.milvaion.contract.WireLimits;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.text.CleanText;
import java.util.List;

/** Reads what workers say about themselves and cleans its texts. */
final class WorkerParser {

    private static final int NAME_LIMIT = 300;
    private static final int MAX_CONSUMERS = 1_000;

    private WorkerParser() {}

    static RegistrationMessage registration(byte[] body) throws PoisonMessage {
        var raw = WireJson.read(body, RegistrationMessage.class);
        requireId(raw.instanceId());
        var consumers = raw.consumers() == null ? List.<Consumer>of() : raw.consumers();
        if (consumers.size() > MAX_CONSUMERS || consumers.contains(null)) {
            throw new PoisonMessage("a registration of impossible consumers", null);
        }
        return new RegistrationMessage(
                clean(raw.instanceId()),
                clean(raw.workerGroup()),
                clean(raw.host()),
                clean(raw.version()),
                raw.startedAt(),
                raw.maxParallelJobs(),
                consumers.stream().map(WorkerParser::cleaned).toList());
    }

    static HeartbeatMessage heartbeat(byte[] body) throws PoisonMessage {
        var raw = WireJson.read(body, HeartbeatMessage.class);
        requireId(raw.instanceId());
        return new HeartbeatMessage(
                clean(raw.instanceId()),
                clean(raw.workerGroup()),
                raw.at(),
                raw.runningJobs(),
                raw.abandonedJobs(),
                CleanText.utf16(raw.refusing(), WireLimits.REFUSING_BYTES),
                raw.stopping(),
                raw.draining());
    }

    private static Consumer cleaned(Consumer raw) {
        return new Consumer(
                clean(raw.jobType()),
                clean(raw.jobClass()),
                raw.maxParallelJobs(),
                raw.timeoutSeconds(),
                raw.maxRetries(),
                raw.retryBaseSeconds());
    }

    private static void requireId(String instanceId) throws PoisonMessage {
        if (instanceId == null || instanceId.isBlank()) {
            throw new PoisonMessage("a message without instanceId", null);
        }
    }

    private static String clean(String text) {
        return CleanText.utf16(text, NAME_LIMIT);
    }
}
