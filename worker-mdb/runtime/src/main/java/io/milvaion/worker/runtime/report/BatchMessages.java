package io.milvaion.worker.runtime.report;

import io.milvaion.contract.LogMessage;
import io.milvaion.contract.StatusMessage;
import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.platform.text.TextSize;
import io.milvaion.worker.runtime.WorkerIdentity;
import io.milvaion.worker.runtime.store.StoredMessage;
import java.util.ArrayList;
import java.util.List;

/** Makes the messages of a batch: all lines of logs, then all reports. */
record BatchMessages(WorkerIdentity identity) {

    List<StoredMessage> of(Outbox.Batch batch) {
        var messages = new ArrayList<StoredMessage>();
        for (List<LogMessage.Line> part : MessageParts.of(batch.lines(), BatchMessages::bytes)) {
            messages.add(StoredMessage.of(new LogMessage(identity.instanceId(), part)));
        }
        for (List<Report> part : MessageParts.of(batch.reports(), BatchMessages::bytes)) {
            messages.add(
                    StoredMessage.of(
                            new StatusMessage(identity.instanceId(), identity.group(), part)));
        }
        return messages;
    }

    /** Bytes of a line in JSON, at most. */
    private static int bytes(LogMessage.Line line) {
        return 200 + TextSize.jsonBytes(line.message());
    }

    /** Bytes of a report in JSON, at most. */
    private static int bytes(Report report) {
        return 600
                + TextSize.jsonBytes(report.progressText())
                + TextSize.jsonBytes(report.result())
                + TextSize.jsonBytes(report.error())
                + TextSize.jsonBytes(report.errorType());
    }
}
