package io.milvaion.web.declare.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.declare.kind.CalendarKind;
import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.WantedObject;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.job.calendar.CalendarCheck;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.calendar.CalendarRule;
import io.milvaion.web.ground.access.NotPermitted;
import io.milvaion.web.ground.json.ApiJson;
import io.milvaion.web.ground.json.Fields;
import io.milvaion.web.job.calendar.CalendarBody;
import io.milvaion.web.job.calendar.RuleView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;

/** Calendars as the API reads them: for who may write all jobs. */
@ApplicationScoped
public class CalendarForm implements Form<CalendarDefinition> {

    @Inject CalendarKind kind;

    @Override
    public ObjectKind<CalendarDefinition> kind() {
        return kind;
    }

    @Override
    public Permission reads() {
        return Permission.JOB_READ;
    }

    @Override
    public Permission writes() {
        return Permission.JOB_WRITE;
    }

    @Override
    public WantedObject<CalendarDefinition> read(
            String name, ObjectNode spec, CalendarDefinition before, Caller caller) {
        NotPermitted.unlessEverything(caller.rights().reach(Permission.JOB_WRITE));
        var fields = new Fields(spec);
        var wanted = CalendarBody.in(fields);
        var wrong = new ArrayList<Violation>(fields.violations());
        if (wrong.isEmpty()) {
            wrong.addAll(CalendarCheck.violations(name, wanted, CalendarBooks.present()));
        }
        return new WantedObject<>(wanted, wrong);
    }

    @Override
    public ObjectNode write(CalendarDefinition is) {
        var spec = (ObjectNode) ApiJson.tree(CalendarBody.of(is));
        spec.properties()
                .removeIf(part -> part.getValue().isNull() || isEmptyList(part.getValue()));
        return spec;
    }

    private static boolean isEmptyList(JsonNode value) {
        return value.isArray() && value.isEmpty();
    }

    @Override
    public JsonNode value(String field, Object value) {
        if (value instanceof Collection<?> rules) {
            return ApiJson.tree(
                    rules.stream().map(CalendarRule.class::cast).map(RuleView::of).toList());
        }
        return ApiJson.tree(value);
    }

    @Override
    public ObjectNode schema() {
        var schema = RecordSchema.of(CalendarBody.class);
        for (var rules : new String[] {"include", "exclude"}) {
            schema.withObject("/properties/" + rules).set("items", RecordSchema.of(RuleView.class));
        }
        return schema;
    }
}
