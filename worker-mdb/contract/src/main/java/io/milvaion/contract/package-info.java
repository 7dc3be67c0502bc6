/**
 * What scheduler and workers agree on: message bodies, the names of exchanges, queues and routing
 * keys, the keys in Redis, and the scripts that change claims there. {@code
 * docs/worker-protocol.md} says the same in words and JSON Schema, precisely enough to write a
 * worker in another language.
 *
 * <p>Rules of the wire: JSON in UTF-8, camelCase names, instants in ISO-8601 UTC with milliseconds,
 * enums as integer codes, null members left out. Unknown members are ignored; an unknown enum code
 * makes the message poison. This package has no dependency.
 */
package io.milvaion.contract;
