/** What a node does for people when it starts. */
package io.milvaion.scheduler.people.start;
