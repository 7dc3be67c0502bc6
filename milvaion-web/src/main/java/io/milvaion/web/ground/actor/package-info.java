/** Who does what over REST. */
package io.milvaion.web.ground.actor;
