/**
 * Who holds an attempt, in Redis: the calls of the scripts that change a claim, the renewal of all
 * that is held, and what Redis tells of cancellations. The scripts are part of the protocol and lie
 * in the contract; each may be repeated when its answer was lost. Knows the attempts of this
 * worker; nobody below it knows a claim.
 */
package io.milvaion.worker.runtime.claim;
