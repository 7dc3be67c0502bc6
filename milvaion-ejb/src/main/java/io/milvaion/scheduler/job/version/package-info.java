/** Versions of definitions: who changed what, how, and when. */
package io.milvaion.scheduler.job.version;
