/**
 * What is planned elsewhere, read as jobs of ours: files and tables of other schedulers.
 *
 * <p>Readers are pure: text or a tree in, entries out. An entry has the body of the job that it
 * becomes, what of it is lost or changes, and the rule by which its source runs it. What cannot
 * become a job at all says why. Nothing is fetched, and no Java object is made of stored bytes.
 */
package io.milvaion.scheduler.declare.imports;
