/**
 * What must hold while parts of a cluster fail, tried with real processes: {@code ./mvnw -Pcluster
 * verify}. The services are those that {@code MILVAION_DB_URL}, {@code MILVAION_REDIS_URL} and
 * {@code MILVAION_RABBITMQ_URL} name, else embedded ones. Options, all system properties:
 *
 * <ul>
 *   <li>{@code milvaion.system.window}: seconds in which runs are due, default 180
 *   <li>{@code milvaion.system.jobs}: jobs of each policy, default 50
 *   <li>{@code milvaion.system.seed}: repeats the moments of the faults; each run prints its own
 *   <li>{@code milvaion.system.broker-restart}: the shell command that restarts a broker that is
 *       not an embedded one
 *   <li>{@code milvaion.system.jvm}: flags of the nodes' JVMs
 * </ul>
 */
package io.milvaion.system;
