/**
 * What a meeting has made of the items, as papers: what is agreed so far, the adopted list, and its
 * lineage. Plain Java; written by the writers of papers.
 */
@NullMarked
package io.rapporteur.aggregation.meeting.paper;

import org.jspecify.annotations.NullMarked;
