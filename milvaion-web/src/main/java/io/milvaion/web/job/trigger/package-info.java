/** {@code /jobs/{id}/trigger}: runs that somebody asks for. */
package io.milvaion.web.job.trigger;
