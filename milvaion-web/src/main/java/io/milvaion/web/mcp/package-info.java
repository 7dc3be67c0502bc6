/**
 * The Model Context Protocol at {@code /mcp}: what programs that talk to language models may do
 * here. A tool is a name and an explanation for an operation of the REST interface; its arguments
 * are read from the description of that operation, and a call is a request that is forwarded to it.
 * So permissions, limits, audit, masking and validation are those of the REST interface, and there
 * is nothing here to get wrong. The protocol itself is the official SDK's, without sessions.
 */
package io.milvaion.web.mcp;
