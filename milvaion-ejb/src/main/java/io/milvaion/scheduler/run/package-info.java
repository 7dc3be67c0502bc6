/**
 * The way of a run on the leader and back: who may lead, due instants made into occurrences, runs
 * that somebody asks for, and what workers say.
 *
 * <pre>
 *   dispatch  ──►  leader        trigger        tracking, worker, verify  ──►  inbox
 * </pre>
 *
 * {@code dispatch} and {@code tracking} do not know each other: they meet in {@code state}. Arrows
 * go to {@code job}, {@code state}, {@code time} and {@code ground}.
 */
package io.milvaion.scheduler.run;
