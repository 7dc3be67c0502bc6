/** Occurrences: their ids, states and journal, and what people read about them. */
package io.milvaion.scheduler.state.occurrence;
