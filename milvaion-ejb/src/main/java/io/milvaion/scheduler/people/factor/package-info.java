/**
 * The second factor of a login: codes of an authenticator app, and recovery codes for who has lost
 * it. A factor is pending until its owner has shown a code; only then it is asked for. The code of
 * a step is good once on all nodes together, since its step is noted by one conditional update; so
 * is a recovery code.
 */
package io.milvaion.scheduler.people.factor;
