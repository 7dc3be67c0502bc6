/**
 * Permissions, and roles as sets of them. The roles of the product are rows without permissions:
 * what they permit is {@link io.milvaion.scheduler.people.role.BuiltInRole}, so that a new version
 * can have new permissions.
 */
package io.milvaion.scheduler.people.role;
