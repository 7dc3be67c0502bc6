/** People and programs: logins, sessions, keys. */
package io.milvaion.web.people;
