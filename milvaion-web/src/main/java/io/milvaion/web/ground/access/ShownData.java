package io.milvaion.web.ground.access;

import io.milvaion.platform.secret.SecretData;
import io.milvaion.platform.secret.SecretText;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.catalog.JobSecrets;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.people.role.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Data of jobs and runs as the caller may see it: secret values masked unless they may. */
@RequestScoped
public class ShownData {

    @Inject CurrentCaller caller;
    @Inject JobSecrets secrets;

    /** A present definition. */
    public JobDefinition of(JobDefinition is) {
        return seen().includes(is.tags(), is.workerGroup()) || is.jobData() == null
                ? is
                : is.withData(SecretData.of(is.jobData(), is.secretFields()).masked());
    }

    /** A definition that a job had: also what was marked later is secret. */
    public JobDefinition ofVersion(UUID jobId, JobDefinition was) {
        return was.withData(of(jobId, was.jobData(), was.secretFields()));
    }

    /** Data of a run, or null. */
    public String ofRun(UUID jobId, String data) {
        return of(jobId, data, List.of());
    }

    /**
     * @param fields that are secret besides those that are marked now
     */
    public String of(UUID jobId, String data, List<String> fields) {
        if (data == null || seen().isEverything()) {
            return data;
        }
        var marked = secrets.of(jobId);
        if (marked.filter(is -> is.isSeenBy(seen())).isPresent()) {
            return data;
        }
        var all =
                Stream.concat(fields.stream(), marked.stream().flatMap(is -> is.fields().stream()));
        return SecretData.of(data, all.toList()).masked();
    }

    /**
     * Data that was sent for a run, with what the job has in place of masks.
     *
     * @param field that it was sent in
     * @throws InvalidInput if a mask stands for nothing
     */
    public String sent(UUID jobId, String field, String data) {
        if (data == null || !SecretData.mayHoldMask(data)) {
            return data;
        }
        var stored =
                secrets.of(jobId)
                        .map(is -> SecretData.of(is.data(), is.fields()))
                        .orElseGet(() -> SecretData.of("{}", List.of()));
        var sent = stored.replacedBy(data);
        if (!sent.stray().isEmpty()) {
            throw new InvalidInput(
                    field + sent.stray().get(0).replace('/', '.'),
                    "This masks a secret value, and the job has none here.");
        }
        return sent.text();
    }

    /**
     * What a run has told, masked where it repeats what is secret in the data of its job or its
     * own.
     */
    public SecretText told(UUID jobId, String ownData) {
        if (seen().isEverything()) {
            return SecretText.NOTHING;
        }
        return secrets.of(jobId)
                .filter(is -> !is.isSeenBy(seen()))
                .map(
                        is ->
                                new SecretText(
                                        Stream.of(is.data(), ownData)
                                                .filter(Objects::nonNull)
                                                .map(data -> SecretData.of(data, is.fields()))
                                                .flatMap(data -> data.values().stream())
                                                .toList()))
                .orElse(SecretText.NOTHING);
    }

    /** Whether the caller sees every secret. */
    public boolean isWhole() {
        return seen().isEverything();
    }

    private Reach seen() {
        return caller.reach(Permission.JOB_SECRETS);
    }
}
