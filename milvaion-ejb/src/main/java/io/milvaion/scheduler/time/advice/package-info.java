/**
 * What people should know about an expression before they save it: what it means in other dialects,
 * where its owners are wrong about it, and what follows from it.
 */
package io.milvaion.scheduler.time.advice;
