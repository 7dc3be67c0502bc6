/** What became of jobs, who runs them, and whether anything is dispatched. */
package io.milvaion.web.run;
