/** Each kind of object that can be declared. */
package io.milvaion.scheduler.declare.kind;
