/** What it takes to read a report, and how that grows with the report. */
@NullMarked
package io.rapporteur.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
