/** Crashes at chosen places, for the fault tests. */
package io.milvaion.platform.failpoint;
