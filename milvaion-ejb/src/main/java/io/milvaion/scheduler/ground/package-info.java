/**
 * What every part of the scheduler stands on, and what knows no part of it: the database, Redis as
 * a clock, how a request is refused, how work is repeated, who this node is, and where facts are
 * told that others may watch (events, health, metrics). Arrows end here.
 */
package io.milvaion.scheduler.ground;
