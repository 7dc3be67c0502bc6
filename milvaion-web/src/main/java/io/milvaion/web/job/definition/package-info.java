/** {@code /jobs}: definitions. */
package io.milvaion.web.job.definition;
