/**
 * Public holidays of countries and their regions: those that jollyday knows, put right by a list
 * that ships with the product ({@code shipped.txt} beside the classes).
 *
 * <p>Where a holiday is observed on another day because it falls on a weekend, both days are
 * holidays. What is a holiday by half is none.
 */
package io.milvaion.scheduler.time.holiday;
