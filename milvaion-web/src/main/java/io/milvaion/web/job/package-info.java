/** {@code /jobs} and what belongs to a definition: versions, triggers, previews. */
package io.milvaion.web.job;
