/** What the reconciler has repaired, and how to have it look. */
package io.milvaion.web.mend.repair;
