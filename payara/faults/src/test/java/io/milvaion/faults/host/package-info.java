/** What the fault tests take from the machine: servers of their own, signals and the firewall. */
package io.milvaion.faults.host;
