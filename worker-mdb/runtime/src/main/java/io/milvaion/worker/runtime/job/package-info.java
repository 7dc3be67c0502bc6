/**
 * What a job sees of the worker, and what its code comes to: its definition, its data, its log, its
 * execution and how that ended. Knows nothing of messages that come or go.
 */
package io.milvaion.worker.runtime.job;
