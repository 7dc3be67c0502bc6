/**
 * What nodes measure of themselves. Each measures in memory what it has counted, timed and noticed
 * ({@code FiguresLoop}), and tells it with its heartbeat, in the same statement; {@link
 * io.milvaion.scheduler.see.figure.Figures} reads what all have told, and every view over them says
 * which node a figure is of. Symptoms come and go with hysteresis ({@code Hysteresis}), on the node
 * that notices them.
 */
package io.milvaion.scheduler.see.figure;
