/** Connections to Redis and scripts that run in it. */
package io.milvaion.platform.redis;
