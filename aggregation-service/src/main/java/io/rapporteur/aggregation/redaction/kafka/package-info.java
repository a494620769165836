/** Redactions as events of the secretariat's work, and the tables of the view. */
@NullMarked
package io.rapporteur.aggregation.redaction.kafka;

import org.jspecify.annotations.NullMarked;
