/** Which server is asked, and as whom: contexts, kept in a file that only its owner reads. */
package io.milvaion.cli.context;
