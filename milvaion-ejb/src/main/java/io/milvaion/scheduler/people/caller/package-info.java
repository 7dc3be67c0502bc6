/**
 * Who sends a request, and what they may do now.
 *
 * <p>A node remembers callers, so that a request costs no question to PostgreSQL. Whatever takes a
 * right away raises {@code people_revision} in the same transaction (triggers do), and the node
 * reads that number twice a second while it is asked: a right ends on every node within a second.
 * When the number cannot be read, nobody is recognised: requests end with 503, and nothing is
 * permitted or denied by what may be out of date.
 */
package io.milvaion.scheduler.people.caller;
