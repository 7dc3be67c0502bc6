/** What a job sees of the worker: its definition, its data, its log, its result. */
package io.milvaion.worker.runtime.job;
