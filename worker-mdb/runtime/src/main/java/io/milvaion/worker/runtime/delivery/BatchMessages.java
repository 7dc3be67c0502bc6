package io.milvaion.worker.runtime.delivery;

import io.milvaion.contract.LogMessage;
import io.milvaion.contract.StatusMessage;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.job.WireText;
import io.milvaion.worker.runtime.store.StoredMessage;
import java.util.ArrayList;
import java.util.List;

/** Makes the messages of a batch: all lines of logs, then all reports. */
record BatchMessages(WorkerIdentity identity) {

    List<StoredMessage> of(Outbox.Batch batch) {
        var messages = new ArrayList<StoredMessage>();
        for (List<LogMessage.Line> part :
                MessageParts.of(batch.lines(), line -> 200 + WireText.jsonLength(line.message()))) {
            messages.add(StoredMessage.of(new LogMessage(identity.instanceId(), part)));
        }
        for (List<Outbox.Waiting> part : MessageParts.of(batch.reports(), Outbox.Waiting::bytes)) {
            var reports = part.stream().map(Outbox.Waiting::report).toList();
            messages.add(
                    StoredMessage.of(
                            new StatusMessage(identity.instanceId(), identity.group(), reports)));
        }
        return messages;
    }
}
