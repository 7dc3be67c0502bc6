/**
 * Mail to people. It is written and sent on a thread of its own: whoever asks for it waits for
 * nothing and learns nothing of the server. What cannot be sent is logged and counted, and not sent
 * again.
 */
package io.milvaion.scheduler.ground.mail;
