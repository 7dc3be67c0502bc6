/** Answers that are kept for a moment, so that many who ask at once cost as much as one. */
package io.milvaion.scheduler.see.recent;
