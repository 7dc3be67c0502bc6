/** How answers are printed: tables for people; JSON and YAML, whole, for programs. */
package io.milvaion.cli.output;
