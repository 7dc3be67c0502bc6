/** The data source, migrations and short transactions. Knows no feature. */
package io.milvaion.scheduler.ground.persistence;
