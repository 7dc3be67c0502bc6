package io.milvaion.scheduler.see.pressure;

import io.milvaion.scheduler.see.figure.Symptom;

/** What the guide says of a symptom, with our settings and commands. */
record Remedy(String likely, String remedy, String how) {

    static Remedy of(Symptom symptom) {
        return switch (symptom) {
            case API_CPU ->
                    new Remedy(
                            "Too many requests, of pages and scripts that ask again and again",
                            "Add nodes behind the load balancer; listen to live events in place of asking",
                            "kubectl scale deployment milvaion --replicas=3");
            case REDIS_LATENCY ->
                    new Remedy(
                            "Redis has too much to do, or the network to it is slow",
                            "Give Redis a machine of its own, or turn off what saves its memory on each write",
                            "milvaion.redis.url; redis-cli --latency; redis-cli slowlog get");
            case QUEUE_GROWING ->
                    new Remedy(
                            "The workers are too slow for what comes",
                            "Add workers, or slots to each of them",
                            "kubectl scale deployment email-worker --replicas=5; worker.max-parallel-jobs");
            case POSTGRESQL_LOAD ->
                    new Remedy(
                            "Too many runs are written, or too much history is read",
                            "Give PostgreSQL more processors and memory; put frequent jobs together",
                            "milvaion.db.url; select * from pg_stat_activity where state = 'active'");
            case WORKER_MEMORY ->
                    new Remedy(
                            "The data of jobs, or what jobs keep in memory, is too large",
                            "Keep job data small and pass addresses in it; fewer runs at once; more heap",
                            "worker.max-parallel-jobs; -Xmx");
        };
    }
}
