/** Tables for spreadsheets. */
package io.milvaion.web.ground.csv;
