/**
 * Lists as files for spreadsheets. {@link io.milvaion.web.ground.sheet.Export} writes page after
 * page and keeps nothing; {@link io.milvaion.web.ground.sheet.Sheet} is the one way to write CSV
 * and XLSX.
 */
package io.milvaion.web.ground.sheet;
