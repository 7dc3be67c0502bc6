/**
 * The workers as the scheduler sees them: what they registered and when they were last heard. The
 * list is for people; nothing that must be right rests on it (claims say who runs what).
 */
package io.milvaion.scheduler.run.worker;
