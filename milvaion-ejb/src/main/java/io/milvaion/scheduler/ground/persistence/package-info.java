/** The data source, migrations, short transactions and ids of rows. Knows no feature. */
package io.milvaion.scheduler.ground.persistence;
