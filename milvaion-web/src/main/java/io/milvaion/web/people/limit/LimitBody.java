package io.milvaion.web.people.limit;

import io.milvaion.contract.JobType;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.web.ground.json.Fields;
import java.util.List;
import java.util.Set;

/** Reads {@code "limit": {"tags": […], "workerGroups": […]}}. */
public final class LimitBody {

    public static final String NAME = "limit";
    public static final String WIDER = "This reaches more jobs than you do.";

    private static final int MAX_NAMES = 100;

    private LimitBody() {}

    /** What is asked for; none if nothing is. */
    public static Limit in(Fields fields) {
        var limit = fields.part(NAME, LimitBody::read);
        if (limit != null && limit.isNone()) {
            fields.wrong(NAME, "Tags or worker groups are needed.");
        }
        return limit == null ? Limit.NONE : limit;
    }

    /** Whoever is limited gets nothing that concerns more than jobs: to ask for it is a mistake. */
    public static void refuseWhatItTakes(Fields fields, Limit limit) {
        var ids = fields.texts("permissions");
        for (int i = 0; i < ids.size(); i++) {
            if (Permission.of(ids.get(i)).filter(p -> !p.isGivenWithin(limit)).isPresent()) {
                fields.wrong(
                        "permissions[" + i + "]",
                        "Not together with a limit: this concerns more than some jobs.");
            }
        }
    }

    private static Limit read(Fields fields) {
        var groups = fields.texts("workerGroups");
        for (int i = 0; i < groups.size(); i++) {
            if (!JobType.FORM.matcher(groups.get(i)).matches()) {
                fields.wrong(
                        "workerGroups[" + i + "]",
                        "This must match " + JobType.FORM.pattern() + ".");
            }
        }
        return new Limit(names(fields, "tags"), names(fields, "workerGroups"));
    }

    private static Set<String> names(Fields fields, String name) {
        List<String> names = fields.texts(name);
        if (fields.has(name) && (names.isEmpty() || names.size() > MAX_NAMES)) {
            fields.wrong(name, "1 to " + MAX_NAMES + ".");
        }
        return names.isEmpty() ? null : Set.copyOf(names);
    }
}
