/** Who may do what: logins, tokens, keys and permissions. */
package io.milvaion.tests.people;
