package io.milvaion.platform.loop;

/**
 * A failure that ends by itself: a server does not answer. Whoever cares finds it in the health.
 */
public interface Temporary {}
