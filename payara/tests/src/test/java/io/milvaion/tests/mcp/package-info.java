/** The endpoint for language models, called as their programs do. */
package io.milvaion.tests.mcp;
