/** {@code /operations}: what is done to all that a filter means. */
package io.milvaion.web.mend.bulk;
