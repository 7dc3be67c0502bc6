/**
 * Who sends a request, for the audit, and what was refused.
 *
 * <p>Each method that writes says with {@link io.milvaion.web.ground.audit.Records} what the audit
 * calls it. What it does is recorded by the domain, with the same word. For a write that made no
 * entry of its own {@link io.milvaion.web.ground.audit.AuditFilter} makes one: it was refused, has
 * failed, or has changed nothing. Of reads it records those that were forbidden (403), and those
 * with a credential that is not good (401).
 */
package io.milvaion.web.ground.audit;
