/** The data source, migrations, partitions and short transactions. Knows no feature. */
package io.milvaion.scheduler.persistence;
