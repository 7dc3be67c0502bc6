/** From a name and a password to a session. */
package io.milvaion.scheduler.people.login;
