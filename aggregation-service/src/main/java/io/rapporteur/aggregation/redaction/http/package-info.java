/** The door of redactions. */
@NullMarked
package io.rapporteur.aggregation.redaction.http;

import org.jspecify.annotations.NullMarked;
