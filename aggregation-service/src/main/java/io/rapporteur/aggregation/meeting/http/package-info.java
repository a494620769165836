/** The doors of the draft, the decisions and the adopted list. */
@NullMarked
package io.rapporteur.aggregation.meeting.http;

import org.jspecify.annotations.NullMarked;
