/** Deploys the EAR on a Payara Server of its own and runs a job. */
package io.milvaion.ear;
