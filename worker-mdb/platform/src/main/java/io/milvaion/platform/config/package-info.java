/** Where settings come from, and how a wrong one is refused. */
package io.milvaion.platform.config;
