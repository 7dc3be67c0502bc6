/**
 * Changes of accounts by others. Nobody makes or changes an account that may more than they do
 * themselves, and the last Admin stays.
 */
package io.milvaion.scheduler.people.admin;
