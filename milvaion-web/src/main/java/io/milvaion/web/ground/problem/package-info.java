/** Every error as a problem document (RFC 9457), inside JAX-RS and outside. */
package io.milvaion.web.ground.problem;
