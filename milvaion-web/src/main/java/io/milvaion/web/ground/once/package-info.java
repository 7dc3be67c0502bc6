/** The header {@code Idempotency-Key}, of every POST. */
package io.milvaion.web.ground.once;
