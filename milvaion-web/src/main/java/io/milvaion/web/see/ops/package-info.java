/** Health and metrics over HTTP: {@code /health/live}, {@code /health/ready}, {@code /metrics}. */
package io.milvaion.web.see.ops;
