/** The REST interface of the scheduler. */
package io.milvaion.web;
