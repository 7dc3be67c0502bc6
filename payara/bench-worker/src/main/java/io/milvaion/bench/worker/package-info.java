/**
 * The jobs that the scaling guide gives figures for. They work for real and take the time that the
 * guide says; only the mail is not sent.
 */
package io.milvaion.bench.worker;
