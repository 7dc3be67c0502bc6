package io.milvaion.platform.lifecycle;

/**
 * The application stops. Fired by whoever is about to make the others wait for long; possibly when
 * a listener has been stopped by the container already.
 */
public record ApplicationStops() {}
