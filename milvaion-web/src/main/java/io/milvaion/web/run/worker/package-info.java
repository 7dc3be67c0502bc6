/** {@code /workers} and {@code /nodes}: who takes part. */
package io.milvaion.web.run.worker;
