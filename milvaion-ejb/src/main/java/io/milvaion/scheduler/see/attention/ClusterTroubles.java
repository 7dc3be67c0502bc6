package io.milvaion.scheduler.see.attention;

import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Report;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.see.why.Cause;
import io.milvaion.scheduler.time.zone.ZoneRulesVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with the whole, as the node that is asked sees it. */
final class ClusterTroubles {

    private static final Words<AttentionCode> CODES = Words.of(AttentionCode.class);

    /** Which server a cause is about. */
    private static final Map<AttentionCode, String> SERVERS =
            Map.of(
                    AttentionCode.DATABASE_REFUSES, SystemHealth.POSTGRESQL,
                    AttentionCode.REDIS_AWAY, SystemHealth.REDIS,
                    AttentionCode.BROKER_AWAY, SystemHealth.BROKER);

    /** Parts that have codes of their own. */
    private static final Set<String> TOLD =
            Set.of(
                    SystemHealth.WRITES,
                    SystemHealth.REDIS,
                    SystemHealth.BROKER,
                    SystemHealth.CLOCK,
                    SystemHealth.LEADER,
                    SystemHealth.LEADER_CHANGES,
                    SystemHealth.DISPATCHING);

    private ClusterTroubles() {}

    /** What holds up dispatching. */
    static Stream<Troubles> dispatching(List<Cause> causes) {
        return causes.stream().flatMap(cause -> troubles(cause).stream());
    }

    private static Optional<Troubles> troubles(Cause cause) {
        return CODES.read(cause.code()).map(code -> Troubles.of(item(code, cause)));
    }

    private static AttentionItem item(AttentionCode code, Cause cause) {
        var server = SERVERS.get(code);
        var item =
                AttentionItem.of(
                        code,
                        server == null
                                ? AttentionSubject.CLUSTER
                                : AttentionSubject.known(AttentionKind.SERVER, server),
                        cause.since(),
                        1,
                        cause.detail());
        for (var ref : cause.refs().entrySet()) {
            item = item.with(ref.getKey(), ref.getValue());
        }
        return item;
    }

    /** What parts of this node say of themselves, beyond that. */
    static List<Troubles> health(Map<String, Report> reports) {
        List<Troubles> found = new ArrayList<>();
        part(reports, SystemHealth.CLOCK, AttentionCode.CLOCK_SKEW, AttentionKind.PART)
                .ifPresent(found::add);
        Optional.ofNullable(reports.get(SystemHealth.BROKER))
                .filter(report -> report.status() == Status.DEGRADED)
                .flatMap(
                        r ->
                                part(
                                        reports,
                                        SystemHealth.BROKER,
                                        AttentionCode.BROKER_BLOCKED,
                                        AttentionKind.SERVER))
                .ifPresent(found::add);
        var others =
                reports.keySet().stream()
                        .filter(name -> !TOLD.contains(name))
                        .flatMap(
                                name ->
                                        part(
                                                reports,
                                                name,
                                                AttentionCode.DEGRADED,
                                                AttentionKind.PART)
                                                .stream())
                        .flatMap(troubles -> troubles.items().stream())
                        .toList();
        found.add(
                new Troubles(
                        AttentionCode.DEGRADED,
                        others.stream().limit(Troubles.LISTED).toList(),
                        others.size()));
        return found;
    }

    private static Optional<Troubles> part(
            Map<String, Report> reports, String name, AttentionCode code, AttentionKind kind) {
        return Optional.ofNullable(reports.get(name))
                .filter(report -> report.status() != Status.UP)
                .map(
                        report ->
                                Troubles.of(
                                        AttentionItem.of(
                                                code,
                                                AttentionSubject.known(kind, name),
                                                report.since(),
                                                1,
                                                sentence(name, report))));
    }

    private static String sentence(String name, Report report) {
        return report.detail().isEmpty()
                ? "Part " + name + " does not work as it should."
                : "Part " + name + ": " + report.detail() + ".";
    }

    /** Whether this node plans by old rules. */
    static Optional<Troubles> zoneRules(ZoneRulesVersion rules, Instant now) {
        return rules.warning(now)
                .map(
                        warning ->
                                Troubles.of(
                                        AttentionItem.of(
                                                        AttentionCode.ZONE_RULES_OLD,
                                                        AttentionSubject.known(
                                                                AttentionKind.PART, "zoneRules"),
                                                        null,
                                                        1,
                                                        warning)
                                                .with("zoneRules", rules.toString())));
    }
}
