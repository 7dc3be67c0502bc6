/** Jobs for tests alone, which are added to the WAR. */
package io.milvaion.tests.job;
