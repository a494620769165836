/** What the secretariat redacts in comments, and lifts again: the rules, in plain Java. */
@NullMarked
package io.rapporteur.aggregation.redaction;

import org.jspecify.annotations.NullMarked;
