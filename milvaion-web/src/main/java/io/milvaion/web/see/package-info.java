/** Views: the dashboard, health and metrics, live events, and why something does not run. */
package io.milvaion.web.see;
