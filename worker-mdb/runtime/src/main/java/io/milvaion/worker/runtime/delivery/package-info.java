/** placeholder */
package io.milvaion.worker.runtime.delivery;
