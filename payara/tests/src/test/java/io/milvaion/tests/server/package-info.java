/**
 * What the tests run against: PostgreSQL, Redis and a broker, embedded or given by the environment;
 * one Payara Micro with the WAR for all test classes; and a client of its REST interface. Given
 * services may hold what earlier runs left, so no test may count on being alone.
 */
package io.milvaion.tests.server;
