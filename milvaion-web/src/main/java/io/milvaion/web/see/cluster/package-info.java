/** {@code /admin/cluster}: nodes, leader, servers. */
package io.milvaion.web.see.cluster;
