/**
 * One command that starts everything: {@link io.milvaion.launcher.Launcher}. Tests and the bench
 * use its parts: {@link io.milvaion.launcher.PayaraMicro} unpacks the server once, a {@link
 * io.milvaion.launcher.NodePlan} says what a node is to be, a {@link io.milvaion.launcher.Node} is
 * one process of it; {@link io.milvaion.launcher.rest} talks to it.
 *
 * <p>Everything is started and stopped by the thread that runs {@code main}. Ctrl-C only interrupts
 * that thread, which then stops workers and nodes, and after them the services that they use. The
 * nodes themselves ignore Ctrl-C. After a {@code kill -9} of the launcher they stay; the next start
 * on the same data directory ends them by the process ids on disk.
 */
package io.milvaion.launcher;
