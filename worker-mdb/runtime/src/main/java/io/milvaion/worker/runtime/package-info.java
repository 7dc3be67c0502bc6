/**
 * What every part of a worker knows: its settings, its name and its counters. The protocol is in
 * {@link io.milvaion.worker.runtime.delivery}, what a job sees is made in {@link
 * io.milvaion.worker.runtime.job}, and {@link io.milvaion.worker.runtime.boot} puts it together.
 */
package io.milvaion.worker.runtime;
