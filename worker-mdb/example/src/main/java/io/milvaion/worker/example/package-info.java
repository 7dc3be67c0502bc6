/** A worker as a stranger writes it: one class is enough. */
package io.milvaion.worker.example;
