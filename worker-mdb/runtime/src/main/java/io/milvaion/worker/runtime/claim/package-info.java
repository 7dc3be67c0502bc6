/**
 * Who holds an attempt, in Redis: the scripts that change a claim, the calls that the work loop
 * makes, the renewal of all that is held, and what Redis tells of cancellations. The scripts lie
 * beside these classes and are part of the protocol; each may be repeated when its answer was lost.
 * Knows the attempts of this worker; nobody below it knows a claim.
 */
package io.milvaion.worker.runtime.claim;
