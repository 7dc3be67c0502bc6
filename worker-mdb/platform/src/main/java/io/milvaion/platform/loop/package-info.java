/**
 * One form for all that is done again and again. A {@link io.milvaion.platform.loop.Loop} has a
 * thread of its own, so that no work holds up another; a server that is away ({@link
 * io.milvaion.platform.loop.Temporary}) is waited for without a word. The model is river's {@code
 * startstop}: start, stop, and a wait for the end that has a limit.
 */
package io.milvaion.platform.loop;
