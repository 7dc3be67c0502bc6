package io.milvaion.launcher;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** Redis and PostgreSQL go back to what they were, while a node works and without a restart. */
class SetBackIT {

    private static final String KEYS = "Milvaion:JobScheduler:";
    private static final String BACKUP = "backup:";

    @TempDir Path directory;
    private EmbeddedServices services;
    private RedisClient redis;
    private Connection database;
    private Node node;
    private Api api;

    @BeforeEach
    void start() throws Exception {
        services =
                EmbeddedServices.start(
                        directory.resolve("services"), ServiceUrls.none(), step -> {});
        redis = RedisClient.create(URI.create(services.urls().redis()));
        database = DriverManager.getConnection(services.urls().jdbcUrl());
        NodePlan plan = plan();
        Path jar = Path.of(System.getProperty("milvaion.launcher.payara"));
        node = Node.start(PayaraMicro.unpack(jar, directory.resolve("payara")), plan);
        node.awaitReady(Duration.ofMinutes(3));
        api = new Api(plan.uri(), ApiKey.in(plan.environment()));
        soon().until(() -> mark() > 1);
    }

    @AfterEach
    void stop() throws Exception {
        node.kill();
        database.close();
        redis.close();
        services.close();
    }

    @Test
    void aRetryThatRedisHasForgottenRunsInTimeAndTheLossIsSaid() throws Exception {
        backUpRedis();
        UUID run =
                api.trigger(
                        api.createJob(
                                aJob("flaky")
                                        .named("fails")
                                        .every("0 0 0 1 1 *")
                                        .data("failProbability", 1)
                                        .with("maxRetries", 1)
                                        .with("retryBaseSeconds", 10)));
        soon().until(() -> occurrence(run).required("attempt").intValue() == 2);
        long before = mark();
        soon().until(() -> mark() > before + 1);

        restoreRedis();

        assertThat(soon().until(() -> repairs("redisSetBack"), found -> !found.isEmpty()))
                .singleElement()
                .asString()
                .contains("Redis has lost what came after");
        soon().until(() -> occurrence(run).required("state").textValue().equals("failed"));
        soon().until(() -> health("repairs").contains("1 redis-set-back"));
        assertThat(metric("milvaion_repairs_total{kind=\"redis-set-back\"}")).isOne();
        assertThat(repairs("databaseSetBack")).isEmpty();
    }

    @Test
    void runsThatTheDatabaseDoesNotKnowAreRefusedOrKeptAsDeadLettersAndItsAgeIsSaid()
            throws Exception {
        UUID job = createSleeper(10_000);
        UUID known = api.trigger(job);
        soon().until(() -> occurrence(known).required("state").textValue().equals("running"));
        execute(BACK_UP);
        long before = mark();
        List<UUID> unknown = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            unknown.add(api.trigger(job));
        }
        UUID later = createSleeper(1);
        soon().until(() -> mark() > before + 2);

        soon().ignoreExceptions().untilAsserted(() -> execute(RESTORE));

        soon().until(() -> health("database age").contains("The database is older than"));
        assertThat(repairs("databaseSetBack")).hasSize(1);
        assertThat(repairs("redisSetBack")).isEmpty();
        soon().untilAsserted(
                        () ->
                                assertThat(deadLetters())
                                        .contains(
                                                unknown.stream()
                                                        .map(UUID::toString)
                                                        .toArray(String[]::new)));
        assertThat(deadLetters()).contains("questions");
        soon().until(() -> occurrence(known).required("state").textValue().equals("completed"));
        assertThat(api.send("GET", "api/v1/jobs/" + later, null).status()).isEqualTo(404);
        assertThat(metric("milvaion_unknown_runs_total")).isGreaterThanOrEqualTo(unknown.size());
        for (UUID run : unknown) {
            assertThat(redis.zscore(KEYS + "open:{0}", run.toString())).isNull();
        }
    }

    private NodePlan plan() throws IOException {
        Map<String, String> environment = new HashMap<>(services.urls().toEnvironment());
        environment.putAll(ApiKey.random().toEnvironment());
        environment.put("WORKER_MAX_PARALLEL_JOBS", "1");
        return new NodePlan(
                "node-1",
                directory.resolve("node-1"),
                Path.of(System.getProperty("milvaion.launcher.war")),
                new Ports(28_280).take(),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                environment);
    }

    private UUID createSleeper(int millis) throws Exception {
        return api.createJob(
                aJob("sleep")
                        .named("sleeps %d ms".formatted(millis))
                        .every("0 0 0 1 1 *")
                        .data("millis", millis)
                        .with("concurrentExecutionPolicy", 2));
    }

    private long mark() {
        String mark = redis.get(KEYS + "mark:{0}");
        return mark == null ? 0 : Long.parseLong(mark.split(" ", 3)[1]);
    }

    private void backUpRedis() {
        for (String key : redis.keys(KEYS + "*")) {
            redis.copy(key, BACKUP + key, true);
        }
    }

    private void restoreRedis() {
        for (String key : redis.keys(KEYS + "*")) {
            if (!redis.copy(BACKUP + key, key, true)) {
                redis.del(key);
            }
        }
    }

    private static final String BACK_UP =
            """
            do $$ declare t record; begin
                create schema backup;
                for t in select relname from pg_class
                          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                            and not relispartition and relname <> 'flyway_schema_history'
                loop
                    execute format('create table backup.%1$I as table public.%1$I', t.relname);
                end loop;
            end $$""";

    private static final String RESTORE =
            """
            do $$ declare t record; columns text; begin
                set local session_replication_role = replica;
                for t in select tablename from pg_tables where schemaname = 'backup'
                loop
                    select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
                     where attrelid = format('public.%I', t.tablename)::regclass
                       and attnum > 0 and not attisdropped and attgenerated = '';
                    execute format('delete from public.%I', t.tablename);
                    execute format('insert into public.%1$I (%2$s) overriding system value select %2$s from backup.%1$I',
                                   t.tablename, columns);
                end loop;
            end $$""";

    private void execute(String statement) throws SQLException {
        try (var executed = database.createStatement()) {
            executed.execute(statement);
        }
    }

    /** The bodies of all. */
    private String deadLetters() throws SQLException {
        var bodies = new StringBuilder();
        try (var query = database.createStatement();
                var row = query.executeQuery("select body from dead_letters")) {
            while (row.next()) {
                bodies.append(new String(row.getBytes(1), UTF_8)).append('\n');
            }
        }
        return bodies.toString();
    }

    private List<String> repairs(String kind) throws Exception {
        List<String> found = new ArrayList<>();
        api.get("api/v1/admin/repairs?kind=" + kind)
                .json()
                .required("items")
                .forEach(item -> found.add(item.required("found").textValue()));
        return found;
    }

    private String health(String component) throws Exception {
        JsonNode checks = api.get("health/ready").json().required("checks");
        return checks.required(0).required("data").path(component).asText();
    }

    private double metric(String sample) throws Exception {
        return api.get("metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(sample + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
                .sum();
    }

    private JsonNode occurrence(UUID run) throws Exception {
        return api.get("api/v1/occurrences/" + run).json();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(100));
    }
}
