/**
 * What must hold while parts of a cluster fail, tried with real processes on real servers: {@code
 * ./mvnw -Pfaults verify}. It takes Debian's packages and root (a line says what is missing), uses
 * loopback only, and writes a table of all faults to {@code target/faults.md}. Options, all system
 * properties:
 *
 * <ul>
 *   <li>{@code faults}: {@code all}, the default, or {@code short}: the few that every change must
 *       pass
 *   <li>{@code faults.only}: numbers of faults, separated by commas
 *   <li>{@code faults.window}: seconds in which runs are due, default 60, in the short selection 30
 *   <li>{@code faults.jobs}: jobs that are due each second, default 50
 *   <li>{@code faults.repeat}: how often each fault strikes, default 1
 *   <li>{@code faults.seed}: repeats the moments of the faults; each run prints its own
 *   <li>{@code faults.home}: a directory that every user can reach, default {@code
 *       /tmp/milvaion-faults}
 * </ul>
 */
package io.milvaion.faults;
