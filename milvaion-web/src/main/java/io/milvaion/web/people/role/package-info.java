/** Roles over REST. */
package io.milvaion.web.people.role;
