/** YAML 1.2 that says what JSON can say. */
package io.milvaion.web.ground.yaml;
