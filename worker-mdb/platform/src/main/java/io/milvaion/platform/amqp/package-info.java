/** Connections to the broker, what everybody declares there, and consuming in batches. */
package io.milvaion.platform.amqp;
