/** Groups of participants, and who may speak for them and when. */
@NullMarked
package io.rapporteur.ingest.groups;

import org.jspecify.annotations.NullMarked;
