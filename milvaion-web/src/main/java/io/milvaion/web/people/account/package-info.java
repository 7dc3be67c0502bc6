/** Accounts and their sessions over REST. */
package io.milvaion.web.people.account;
