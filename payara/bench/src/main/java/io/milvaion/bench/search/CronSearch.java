package io.milvaion.bench.search;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.Zones;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A preview of 1,000 runs of one expression of Quartz in Europe/Berlin, its parsing included: by
 * ours, by Quartz and by cron-utils. One operation is the whole preview.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CronSearch {

    private static final int RUNS = 1_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-11-28T12:00:00Z");

    @Param({"0 */5 * * * ?", "0 30 2 ? * MON-FRI", "0 0 9 L * ?"})
    public String expression;

    private CronParser cronUtils;

    @Setup
    public void setUp() {
        cronUtils = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
    }

    @Benchmark
    public Object milvaion() {
        return CronSchedule.parse(
                        CronDialect.QUARTZ,
                        expression,
                        null,
                        Zones.named(ZONE.getId()),
                        DstRules.DEFAULT)
                .preview(FROM, RUNS);
    }

    @Benchmark
    public void quartz(Blackhole hole) throws ParseException {
        var cron = new org.quartz.CronExpression(expression);
        cron.setTimeZone(TimeZone.getTimeZone(ZONE));
        var at = Date.from(FROM);
        for (int i = 0; i < RUNS; i++) {
            at = cron.getTimeAfter(at);
            hole.consume(at);
        }
    }

    @Benchmark
    public void cronUtils(Blackhole hole) {
        var times = ExecutionTime.forCron(cronUtils.parse(expression));
        ZonedDateTime at = FROM.atZone(ZONE);
        for (int i = 0; i < RUNS; i++) {
            at = times.nextExecution(at).orElseThrow();
            hole.consume(at);
        }
    }
}
