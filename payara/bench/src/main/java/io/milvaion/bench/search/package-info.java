/**
 * How long the search for planned instants takes, ours and that of others, by JMH: {@code ./mvnw
 * -Pbench verify -Dbench.main=io.milvaion.bench.search.SearchBench}.
 */
package io.milvaion.bench.search;
