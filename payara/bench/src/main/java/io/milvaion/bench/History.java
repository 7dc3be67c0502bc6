package io.milvaion.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Occurrences of the 30 days before today, made by PostgreSQL as if nodes had recorded them: of
 * 1,000 jobs in 20 types, 97 % Completed, 2 % Failed with one of 26 errors, the others TimedOut,
 * Cancelled and Unknown; with their partitions, the list of failed ones and the counters, but
 * without logs and attempts. They stay in the tables.
 */
final class History {

    private static final int DAYS = 30;

    /** Days that are not closed yet. */
    private static final int OPEN_DAYS = 2;

    private static final DateTimeFormatter PARTITION = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String ENTER_JOBS =
            """
            with made as (
                insert into jobs (id, display_name, tags, job_type, cron_expression, active)
                select md5('bench history ' || n)::uuid, 'history ' || n, '{history}',
                       'history' || n % 20, '0 0 * * * *', false
                  from generate_series(0, 999) n
                    on conflict do nothing
                returning id)
            insert into job_schedule (job_id, definition_version, synced_version, gated)
            select id, 1, 1, true from made""";

    /** Parameters: how many, the start of the day. */
    private static final String ENTER_DAY =
            """
            with drawn as (
                select n % 1000 as job,
                       start + n * (interval '1 day' / total) as at,
                       10 + (hashint8(n)::bigint & 1023) as ms,
                       (hashint8(n + 7)::bigint & 1048575) % 1000 as chance,
                       chr(97 + n % 26) as service
                  from (select ?::int as total, ?::timestamptz as start) given,
                       generate_series(0, total - 1) n),
            ended as (
                select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
                        || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid as id,
                       md5('bench history ' || job)::uuid as job_id, 'history' || job % 20 as type,
                       at, ms,
                       case when chance < 970 then 2 when chance < 990 then 3
                            when chance < 995 then 5 when chance < 999 then 4 else 6
                       end as state,
                       'java.io.IOException: service ' || service || ' is away' as error
                  from drawn),
            recorded as (
                insert into occurrences
                       (id, job_id, job_version, job_type, planned_at, created_at, published_at,
                        started_at, ended_at, duration_ms, state, worker_instance, result, error)
                select id, job_id, 1, type, at, at + interval '2 ms', at + interval '4 ms',
                       at + interval '6 ms', at + interval '6 ms' + ms * interval '1 ms', ms, state,
                       'bench', case when state = 2 then 'done' end,
                       case when state = 3
                            then error || repeat(E'\\n\\tat com.example.Service.call', 30) end
                  from ended
                returning id, job_id, job_type, state, ended_at),
            counted as (
                insert into run_counters as c (hour, state, count)
                select date_trunc('hour', ended_at), state, count(*) from recorded group by 1, 2
                    on conflict (hour, state) do update set count = c.count + excluded.count),
            failed as (
                select r.*, case r.state when 3 then e.error when 4 then 'cancelled'
                                         when 5 then 'timed out' else 'worker lost' end as text
                  from recorded r join ended e on e.id = r.id
                 where r.state > 2)
            insert into failed_occurrences
                   (occurrence_id, job_id, job_type, state, cause, error_type, ended_at,
                    error_group, group_id)
            select id, job_id, job_type, state,
                   case state when 3 then 'exhausted' when 4 then 'cancelled'
                              when 5 then 'timed-out' else 'unknown' end,
                   case state when 3 then 'java.io.IOException' end, ended_at, text,
                   left(encode(sha256(convert_to(text, 'UTF8')), 'hex'), 16)
              from failed""";

    private final Connection database;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    History(Connection database) {
        this.database = database;
    }

    /** One of the jobs. */
    UUID job() throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select md5('bench history 500')::uuid")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** One of the job types. */
    String type() {
        return "history7";
    }

    /** What a page may begin after that shows the middle of the history. */
    UUID half() {
        return firstId(today.minusDays(DAYS / 2));
    }

    /**
     * Enters so many, and does what autovacuum would do after that, so that it does not disturb.
     *
     * @param occurrences 1,000 or more; each day gets the same number
     */
    void enter(int occurrences) throws SQLException {
        Console.say("Entering %,d occurrences".formatted(occurrences));
        try (var statement = database.createStatement()) {
            statement.executeUpdate(ENTER_JOBS);
            for (int back = DAYS; back > 0; back--) {
                makePartitions(today.minusDays(back));
                enterDay(today.minusDays(back), occurrences / DAYS);
            }
            statement.execute(
                    "vacuum (analyze) occurrences, failed_occurrences, run_counters, jobs");
        }
    }

    private void makePartitions(LocalDate day) throws SQLException {
        try (var statement = database.createStatement()) {
            for (String table : new String[] {"occurrences", "occurrence_logs"}) {
                statement.execute(
                        """
                        create table if not exists %1$s_%2$s partition of %1$s
                           for values from ('%3$s') to ('%4$s')%5$s"""
                                .formatted(
                                        table,
                                        PARTITION.format(day),
                                        firstId(day),
                                        firstId(day.plusDays(1)),
                                        table.equals("occurrences")
                                                ? " with (fillfactor = 40)"
                                                : ""));
            }
        }
        try (var statement =
                database.prepareStatement(
                        """
                        insert into occurrence_days (day, closed_at)
                        select d, case when d < ? then now() end from (select ?::date as d) given
                            on conflict do nothing""")) {
            statement.setObject(1, today.minusDays(OPEN_DAYS));
            statement.setObject(2, day);
            statement.executeUpdate();
        }
    }

    private void enterDay(LocalDate day, int occurrences) throws SQLException {
        try (var statement = database.prepareStatement(ENTER_DAY)) {
            statement.setInt(1, occurrences);
            statement.setObject(2, day.atStartOfDay().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private static UUID firstId(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new UUID(start.toEpochMilli() << 16, 0);
    }
}
