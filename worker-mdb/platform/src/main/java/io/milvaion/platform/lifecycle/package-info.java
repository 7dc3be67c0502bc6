/**
 * How the applications' parts tell each other that they end. The container destroys singletons in
 * an order that it chooses anew at each start, one after the other, and closes what they use
 * (Redis, the broker, data sources) after the last one. What must not wait for its turn listens for
 * {@link io.milvaion.platform.lifecycle.ApplicationStops}.
 */
package io.milvaion.platform.lifecycle;
