package io.milvaion.scheduler.job.version;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.secret.SecretData;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/** What the audit is told of a new version. */
final class VersionDeed {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DATA = "jobData";
    private static final String POLICY = "concurrentExecutionPolicy";

    private VersionDeed() {}

    static Deed of(Job job, JobDefinition before, Change change) {
        var name = job.definition().displayName();
        var deed = Deed.of(change.kind().action()).on("job", job.id(), name);
        return switch (change.kind()) {
            case CREATED -> deed.changed(null, shown(job.definition()));
            case DELETED -> deed.changed(shown(before), null);
            case RESTORED ->
                    deed.changed(shown(before), shown(job.definition()))
                            .saying("version " + change.restoredFrom());
            default -> changed(deed, before, job.definition());
        };
    }

    /** That a secret value has changed is said, as what is not. */
    private static Deed changed(Deed deed, JobDefinition before, JobDefinition after) {
        var changed = deed.changed(shown(before), shown(after));
        boolean secretly =
                !Objects.equals(before.jobData(), after.jobData())
                        && masked(before).equals(masked(after));
        return secretly ? changed.saying("other secret values") : changed;
    }

    private static String masked(JobDefinition definition) {
        var data = Objects.requireNonNullElse(definition.jobData(), "null");
        return SecretData.of(data, definition.secretFields()).masked();
    }

    /** The data as an object, so that secrets in it are found by their names; codes as words. */
    private static ObjectNode shown(JobDefinition definition) {
        try {
            var shown = (ObjectNode) MAPPER.readTree(WireJson.write(definition));
            shown.set(DATA, MAPPER.readTree(masked(definition)));
            shown.put(POLICY, word(OverlapPolicy.of(definition.concurrentExecutionPolicy())));
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException("a checked definition is no JSON", e);
        }
    }

    private static String word(OverlapPolicy policy) {
        return policy.name().toLowerCase(Locale.ROOT);
    }
}
