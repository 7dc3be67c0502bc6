/** Starts the worker of an application with the job beans that it has. */
package io.milvaion.worker.runtime.boot;
