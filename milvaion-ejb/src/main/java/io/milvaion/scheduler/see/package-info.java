/**
 * Views over everything: what the first page shows, why something does not run, and what a restart
 * or an activation would do. Reads only; nothing knows this wing but the pages.
 */
package io.milvaion.scheduler.see;
