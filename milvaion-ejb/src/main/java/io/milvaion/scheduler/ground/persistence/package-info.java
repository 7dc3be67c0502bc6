/**
 * The data source, migrations, short transactions, ids of rows, and the one way to run a statement.
 * Knows no feature.
 *
 * <ul>
 *   <li>{@link io.milvaion.scheduler.ground.persistence.Database} gives a connection, in a
 *       transaction or with each statement its own. After a deadlock the work is {@link
 *       io.milvaion.scheduler.ground.persistence.Repeated repeated}, like a transaction of the
 *       container.
 *   <li>{@link io.milvaion.scheduler.ground.persistence.Sql} is a statement with named parameters
 *       and optional conditions. {@link io.milvaion.scheduler.ground.persistence.Columns} is one
 *       for all rows of a batch: parameters are arrays, the text is used as it is.
 *   <li>{@link io.milvaion.scheduler.ground.persistence.Row} reads results by the names of their
 *       columns.
 * </ul>
 */
package io.milvaion.scheduler.ground.persistence;
