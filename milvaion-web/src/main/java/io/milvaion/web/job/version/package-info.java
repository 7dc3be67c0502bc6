/** {@code /jobs/{id}/versions}: who changed what. */
package io.milvaion.web.job.version;
