/**
 * Who can log in. The first start makes {@code root}, an Admin; nothing makes it again once any
 * account exists.
 */
package io.milvaion.scheduler.people.account;
