/**
 * LDAP directories and Active Directory.
 *
 * <pre>
 *   name, password ──► looked up by the service account ──► bound as the entry that was found ─┐
 *                 └──► bound as what the template makes of the name ──► looked up as oneself ──┤
 *                                                     groups: of the entry, and searched ◄─────┘
 * </pre>
 *
 * <p>What people type is escaped in filters and DNs, exactly one entry must be found, and an empty
 * password is never sent: directories take it for a login of nobody in particular. A directory that
 * does not answer in time is {@link io.milvaion.scheduler.people.elsewhere.Away}, never a wrong
 * password.
 */
package io.milvaion.scheduler.people.directory;
