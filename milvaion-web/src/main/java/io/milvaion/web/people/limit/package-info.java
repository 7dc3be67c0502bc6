/** The limit of a role or a key to some jobs, as requests say it. */
package io.milvaion.web.people.limit;
