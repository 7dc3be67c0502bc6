/** How the core says no to a request, without knowing HTTP. */
package io.milvaion.scheduler.ground.refusal;
