/**
 * The consolidated draft, the decisions of the meeting and the adopted list: one row of revisions
 * for each consultation.
 */
@NullMarked
package io.rapporteur.aggregation.meeting;

import org.jspecify.annotations.NullMarked;
