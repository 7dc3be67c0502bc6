/**
 * Permissions, and roles as sets of them. The roles of the product are rows without permissions:
 * what they permit is {@link io.milvaion.scheduler.people.role.BuiltInRole}, so that a new version
 * can have new permissions.
 *
 * <p>A role of an installation can be limited to jobs with one of some tags and of one of some
 * worker groups. It gives its permissions for those jobs and for what belongs to them; permissions
 * that concern more than jobs it does not give. Somebody with several roles has, for each
 * permission, all that one of them reaches.
 */
package io.milvaion.scheduler.people.role;
