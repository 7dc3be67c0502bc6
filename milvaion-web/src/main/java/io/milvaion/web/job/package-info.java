/** {@code /jobs}: definitions and triggers. */
package io.milvaion.web.job;
