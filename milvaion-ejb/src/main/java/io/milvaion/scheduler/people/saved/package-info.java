/**
 * Criteria of lists that somebody keeps under a name, for themselves or for everybody. What the
 * criteria may be is for those to say who read them; here they are text.
 */
package io.milvaion.scheduler.people.saved;
